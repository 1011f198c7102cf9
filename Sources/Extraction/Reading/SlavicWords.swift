/// Russian, Ukrainian and Belarusian words around names, by the sections of ``WordTraits/sections``, titles
/// by their stems (``SlavicStem``). Compiled for this project.
let slavicWords = """
  [titles]
  президент министр премьер премьер-министр секретарь генерал глава председатель депутат губернатор мэр
  посол спикер лидер директор прэзідэнт міністр сакратар старшыня прем'єр-міністр міністр секретар голова
  голов глав мер посл очільник речник пресс-секретар прессекретар представитель генерал-майор
  [common]
  стран государств держав мир верховн государственн країн
  """
