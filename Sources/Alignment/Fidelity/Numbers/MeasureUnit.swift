/// A unit of measure, so that 250 kg are 550 pounds and a fortnight is 15 Italian days.
struct MeasureUnit: Hashable, Sendable {
  enum Dimension: Sendable {
    case length, mass, area, volume, speed, temperature, time
    /// Money of different countries is not converted: any two amounts may be equal.
    case money
  }

  var dimension: Dimension
  /// In meters, kilograms, square meters, liters, meters a second, kelvins, days.
  var size: Double
  /// What is added after the multiplication: the zero of a temperature scale.
  var offset = 0.0
  /// Tells currencies apart.
  var name = ""

  /// Whether amounts may be equal after conversion, with the rounding that is usual there.
  ///
  /// - Parameter isRough: whether a text says that its amount is about right.
  func mayEqual(
    _ values: [Double], _ other: MeasureUnit, _ others: [Double], isRough: Bool = false
  ) -> Bool {
    guard dimension == other.dimension, self != other else { return false }
    if dimension == .money { return true }
    let share = isRough ? Self.greatestRounding : Self.usualRounding
    for a in values.map({ $0 * size + offset }) {
      for b in others.map({ $0 * other.size + other.offset }) {
        let tolerance = dimension == .temperature ? 4 : share * max(abs(a), abs(b))
        if abs(a - b) <= tolerance { return true }
      }
    }
    return false
  }

  /// "30 yards" are "25 metri", where both are about right.
  static let greatestRounding = 0.12
  private static let usualRounding = 0.08

  /// The unit that a word in lower case stands for, when a number stands before it (or, for money,
  /// beside it).
  static func named(_ word: String) -> MeasureUnit? { units[word] }

  private static let units: [String: MeasureUnit] = {
    var units: [String: MeasureUnit] = [:]
    for (dimension, size, offset, names) in table {
      for name in names.split(separator: " ") {
        units[String(name)] = MeasureUnit(
          dimension: dimension, size: size, offset: offset,
          name: dimension == .money ? String(names.prefix { $0 != " " }) : "")
      }
    }
    return units
  }()

  private static let table: [(Dimension, Double, Double, String)] = [
    (.length, 0.0254, 0, "inch inches pollice pollici"),
    (.length, 0.3048, 0, "foot feet ft piede piedi"),
    (.length, 0.9144, 0, "yard yards iarda iarde yarda yarde"),
    (.length, 1609.344, 0, "mile miles miglio miglia"),
    (.length, 0.01, 0, "cm centimeter centimeters centimetre centimetres centimetro centimetri"),
    (.length, 1, 0, "m meter meters metre metres metro metri"),
    (
      .length, 1000, 0,
      "km kilometer kilometers kilometre kilometres chilometro chilometri chilometri"
    ),
    (.mass, 0.028350, 0, "ounce ounces oz oncia once"),
    (.mass, 0.453592, 0, "pound pounds lb lbs libbra libbre"),
    (.mass, 6.35029, 0, "stone stones"),
    (.mass, 0.001, 0, "g gram grams grammo grammi"),
    (.mass, 0.1, 0, "etto etti"),
    (.mass, 1, 0, "kg kilo kilos kilogram kilograms chilo chili chilogrammo chilogrammi"),
    (.mass, 100, 0, "quintale quintali"),
    (.mass, 1000, 0, "ton tons tonne tonnes tonnellata tonnellate"),
    (.area, 4046.86, 0, "acre acres acro acri"),
    (.area, 10000, 0, "hectare hectares ettaro ettari"),
    (.volume, 3.78541, 0, "gallon gallons gallone galloni"),
    (.volume, 0.568261, 0, "pint pints pinta pinte"),
    (.volume, 1, 0, "liter liters litre litres litro litri"),
    (.volume, 158.987, 0, "barrel barrels barile barili"),
    (.speed, 0.44704, 0, "mph"),
    (.speed, 0.277778, 0, "km/h kmh kph"),
    (.temperature, 0.555556, 255.372, "f fahrenheit degrees"),
    (.temperature, 1, 273.15, "c celsius gradi"),
    (.time, 1 / 1440.0, 0, "minute minutes minuto minuti"),
    (.time, 1 / 24.0, 0, "hour hours ora ore"),
    (.time, 1, 0, "day days giorno giorni"),
    (.time, 7, 0, "week weeks settimana settimane"),
    (.time, 30.44, 0, "month months mese mesi"),
    (.time, 365.25, 0, "year years anno anni"),
    (.money, 1, 0, "$ dollar dollars dollaro dollari usd"),
    (.money, 2, 0, "€ euro euros eur"),
    (.money, 3, 0, "£ sterlina sterline gbp pence"),
    (.money, 4, 0, "¥ yen yuan"),
    (.money, 5, 0, "₽ ruble rubles rouble roubles rublo rubli"),
  ]
}
