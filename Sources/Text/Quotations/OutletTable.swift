/// News agencies, newspapers, broadcasters and sites that Italian and English articles cite, each in
/// the spellings in use, one a line. Compiled for this project.
let outletTable = """
  Reuters
  Thomson Reuters
  Associated Press
  The Associated Press
  AP
  AFP
  Agence France-Presse
  Agence France Presse
  France-Presse
  ANSA
  Adnkronos
  AGI
  LaPresse
  Askanews
  Dire
  Nova
  Agenzia Nova
  DPA
  EFE
  UPI
  United Press International
  PA Media
  Press Association
  AAP
  Kyodo
  Kyodo News
  Yonhap
  Xinhua
  Bloomberg
  Bloomberg News
  Dow Jones
  Anadolu
  Anadolu Agency
  PTI
  ANI
  KCNA
  IRNA
  Fars
  Tasnim
  Mehr
  SANA
  WAFA
  MENA
  SPA
  WAM
  Interfax
  Interfax-Ukraine
  TASS
  Itar-Tass
  RIA Novosti
  RIA
  Sputnik
  RT
  Russia Today
  Rossiya 1
  Rossija 1
  Kommersant
  Vedomosti
  Izvestia
  Moskovskij Komsomolets
  Komsomolskaya Pravda
  Novaya Gazeta
  Novaja Gazeta
  Meduza
  Mediazona
  The Insider
  The Moscow Times
  Moscow Times
  Dozhd
  TV Rain
  BelTA
  Nexta
  Zerkalo
  Nasha Niva
  Belsat
  Charter 97
  Ukrainska Pravda
  Ukrayinska Pravda
  Ukrajinska Pravda
  Kyiv Independent
  The Kyiv Independent
  Kyiv Post
  Ukrinform
  Unian
  Hromadske
  Suspilne
  NV
  LIGA
  Babel
  European Pravda
  Radio Free Europe
  Radio Liberty
  Radio Free Europe/Radio Liberty
  RFE/RL
  Voice of America
  VOA
  Radio Svoboda
  BBC
  BBC News
  BBC Radio 4
  BBC Ukraine
  BBC Russian
  BBC World Service
  Sky News
  Sky Tg24
  SkyTg24
  ITV
  ITV News
  Channel 4
  Channel 4 News
  Channel 5
  GB News
  LBC
  The Guardian
  Guardian
  The Observer
  Observer
  The Times
  Times
  Sunday Times
  The Sunday Times
  The Telegraph
  Telegraph
  Daily Telegraph
  The Daily Telegraph
  The Independent
  Independent
  Financial Times
  The Financial Times
  FT
  The Economist
  Economist
  Daily Mail
  The Daily Mail
  Mail on Sunday
  MailOnline
  The Sun
  Sun
  Daily Mirror
  The Mirror
  Mirror
  Daily Express
  The Express
  Express
  Evening Standard
  Metro
  The Scotsman
  Scotsman
  The Herald
  Irish Times
  The Irish Times
  RTÉ
  New Statesman
  The Spectator
  Politico
  Politico Europe
  Euractiv
  EUobserver
  Euronews
  CNN
  CNN International
  CNBC
  CBS
  CBS News
  ABC
  ABC News
  NBC
  NBC News
  MSNBC
  Fox News
  Fox
  PBS
  NPR
  C-SPAN
  New York Times
  The New York Times
  NYT
  Washington Post
  The Washington Post
  Wall Street Journal
  The Wall Street Journal
  WSJ
  Los Angeles Times
  The Los Angeles Times
  LA Times
  Chicago Tribune
  Boston Globe
  The Boston Globe
  USA Today
  New York Post
  The New York Post
  Miami Herald
  San Francisco Chronicle
  Houston Chronicle
  Philadelphia Inquirer
  Dallas Morning News
  Seattle Times
  Newsweek
  Time
  Time Magazine
  The New Yorker
  New Yorker
  The Atlantic
  Atlantic
  The Nation
  The Hill
  Axios
  Vox
  Vice
  Vice News
  Slate
  Salon
  Wired
  The Verge
  The Intercept
  Intercept
  ProPublica
  Mother Jones
  BuzzFeed
  BuzzFeed News
  HuffPost
  Huffington Post
  The Huffington Post
  The Daily Beast
  Daily Beast
  Business Insider
  Insider
  Forbes
  Fortune
  Foreign Affairs
  Foreign Policy
  The Diplomat
  Defense News
  Jane's
  Bellingcat
  The Conversation
  Rolling Stone
  Variety
  Vanity Fair
  Hollywood Reporter
  The Hollywood Reporter
  Deadline
  Billboard
  National Geographic
  Scientific American
  Nature
  Science
  The Lancet
  Lancet
  ESPN
  The Athletic
  Sky Sports
  TechCrunch
  Global News
  CBC
  CBC News
  CTV News
  Globe and Mail
  The Globe and Mail
  Toronto Star
  Sydney Morning Herald
  The Sydney Morning Herald
  The Age
  The Australian
  ABC Australia
  New Zealand Herald
  South China Morning Post
  Straits Times
  The Straits Times
  Channel NewsAsia
  Japan Times
  The Japan Times
  Nikkei
  Nikkei Asia
  NHK
  Asahi Shimbun
  Korea Herald
  Global Times
  China Daily
  People's Daily
  CGTN
  CCTV
  Caixin
  Taipei Times
  Times of India
  The Times of India
  Hindustan Times
  The Hindu
  Indian Express
  NDTV
  Dawn
  Tolo News
  Al Jazeera
  Al-Jazeera
  Al Arabiya
  Al-Arabiya
  Al Mayadeen
  Al-Ahram
  Middle East Eye
  Asharq Al-Awsat
  The National
  Haaretz
  Ha'aretz
  Jerusalem Post
  The Jerusalem Post
  Times of Israel
  The Times of Israel
  Ynet
  Yedioth Ahronoth
  Channel 12
  Hurriyet
  Hürriyet
  Daily Sabah
  TRT
  TRT World
  Press TV
  Mail & Guardian
  News24
  Daily Maverick
  Deutsche Welle
  DW
  DW News
  Der Spiegel
  Spiegel
  Die Zeit
  Die Welt
  Welt
  Bild
  Frankfurter Allgemeine Zeitung
  Frankfurter Allgemeine
  FAZ
  Süddeutsche Zeitung
  Handelsblatt
  Tagesspiegel
  Tagesschau
  ARD
  ZDF
  NZZ
  Neue Zürcher Zeitung
  Der Standard
  Die Presse
  ORF
  Le Monde
  Le Figaro
  Libération
  Liberation
  Mediapart
  France 24
  France24
  France Info
  Franceinfo
  BFMTV
  BFM
  TF1
  RFI
  Radio France
  Le Parisien
  Le Point
  L'Express
  L'Equipe
  L'Équipe
  Le Soir
  RTBF
  El País
  El Pais
  El Mundo
  La Vanguardia
  ABC Spagna
  Marca
  As
  RTVE
  Público
  Expresso
  NOS
  De Telegraaf
  NRC
  De Standaard
  Aftenposten
  Dagens Nyheter
  Svenska Dagbladet
  SVT
  Yle
  Helsingin Sanomat
  Politiken
  Gazeta Wyborcza
  Rzeczpospolita
  TVP
  TVN
  TVN24
  PAP
  Onet
  Delfi
  LRT
  ERR
  Postimes
  LSM
  Telex
  Balkan Insight
  N1
  Kathimerini
  O Globo
  Folha de S.Paulo
  Folha
  Clarín
  La Nación
  El Universal
  Televisa
  Corriere della Sera
  Corriere
  la Repubblica
  Repubblica
  La Stampa
  Il Sole 24 Ore
  Sole 24 Ore
  Il Messaggero
  Messaggero
  Il Giornale
  Libero
  Il Fatto Quotidiano
  Fatto Quotidiano
  il Fatto
  Avvenire
  Il Foglio
  Il Manifesto
  Domani
  Il Mattino
  Il Gazzettino
  Il Tempo
  La Verità
  Il Riformista
  Il Dubbio
  L'Unità
  Il Secolo XIX
  Il Resto del Carlino
  La Nazione
  Il Giorno
  Gazzetta dello Sport
  La Gazzetta dello Sport
  Corriere dello Sport
  Tuttosport
  Il Post
  Open
  Fanpage
  Fanpage.it
  Linkiesta
  Today
  TPI
  Euronews Italia
  L'Espresso
  Espresso
  Panorama
  Internazionale
  Limes
  Famiglia Cristiana
  Oggi
  Osservatore Romano
  L'Osservatore Romano
  Vatican News
  Rai
  Rai News
  RaiNews
  RaiNews24
  Rai News 24
  Tg1
  Tg2
  Tg3
  La7
  TgLa7
  TgCom24
  Mediaset
  Radio 24
  Radio Rai
  Radio Capital
  Radio Radicale
  Milano Finanza
  ItaliaOggi
  Formiche
  StartMag
  East Journal
  Osservatorio Balcani e Caucaso
  Swissinfo
  RSI
  TIO
  """
