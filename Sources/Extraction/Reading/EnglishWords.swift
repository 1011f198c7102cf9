/// English words around names, by the sections of ``WordTraits/sections``. Compiled for this project.
let englishWords = """
  [function]
  and or but if that who whom whose which what when where while because as also still already more less
  most least much many few very too so then thus however moreover instead now today yesterday tomorrow
  always never only just about almost over after before during according against without toward towards
  under above between among with for on in at to from of by into onto through since until than not no yes
  it its he him his she her hers they them their theirs we us our ours you your i me my mine this that
  these those each every some any none nothing all both either neither other others another same such own
  several is was are were be been being am has have had having do does did done doing can could may might
  must shall should will would ought let one two three four five six seven eight nine ten hundred thousand
  first second third an a there here why how again once out up down off away back yet nor despite within
  upon per via like near amid amidst alongside i'd i'll you'd you'll he'd he'll she'd she'll we'd we'll
  they'd they'll there's what's let's it's i'm don't didn't can't won't isn't wasn't that's he's
  she's they're we're i've we've you're read watch photo photos video image source see
  [joiners]
  of for
  [definite]
  the
  [whereabouts]
  in at near capital city town village region province district border outside
  [masculine titles]
  king prince duke count emperor tsar sultan sheikh emir pope patriarch bishop archbishop cardinal father
  brother mr sir lord chairman spokesman congressman actor son husband grandfather uncle
  [feminine titles]
  queen princess duchess countess empress sister mrs ms miss lady dame chairwoman spokeswoman congresswoman
  actress daughter wife mother grandmother aunt
  [titles]
  president minister premier chancellor secretary general colonel captain lieutenant admiral major marshal
  senator sen representative rep mayor governor gov director chief dr prof professor rev reverend judge
  justice sergeant sgt detective inspector superintendent officer spokesperson ceo leader commissioner
  ambassador commander coach manager singer rapper striker goalkeeper defender midfielder author writer
  economist analyst lawyer attorney founder presidents ministers secretaries senators generals envoy
  [offices]
  west east north south
   prime foreign vice deputy defense defence interior finance former acting first second chief press
  exterior health education justice home co ex senior junior executive top supreme new
  [portfolios]
  state defense defence affairs foreign interior justice health education treasury staff
  [particles]
  de von van der den bin ibn ben ter af dos du zu al el sul sulla di del della dei degli da la le les sur am
  upon lo dal dalla delle
  [bodies]
  enforcement ministry department office agency bank university academy institute council commission committee court
  tribunal parliament senate congress party movement front union federation confederation association
  company corporation corp inc ltd group foundation league alliance coalition organization organisation
  center centre museum library theater theatre hospital school army navy force forces guard police brigade
  battalion regiment division corps service services authority fund forum club house houses orchestra
  philharmonic choir network radio television observatory nations church cathedral college studios records
  airlines motors industries systems bureau assembly administration society trust press media partners
  holdings technologies commons society cabinet research ventures labs laboratories entertainment
  [events]
  memorandum treaty agreement agreements accord accords convention pact protocol declaration constitution
  prize award awards cup olympics festival war battle revolution conference summit championship
  championships games tour act charter plan operation bill day order biennale fair challenge awards show
  [sites]
  mount mountain mountains lake river sea ocean island islands gulf strait cape valley pass square street
  avenue road bridge port airport station park forest desert peninsula bay canal palace castle tower
  republic kingdom states emirates oblast county fortress beach hill hills
  [peoples]
  methodist methodists baptist baptists anglican anglicans presbyterian episcopal dane danes swede swedes
  finn finns scot scots briton britons spaniard spaniards
  russian russians belarusian belarusians ukrainian ukrainians american americans british english scottish
  welsh irish french german germans italian italians spanish portuguese dutch belgian swiss austrian polish
  poles czech slovak hungarian romanian bulgarian greek turkish turks swedish norwegian danish finnish
  estonian latvian lithuanian moldovan georgian armenian azerbaijani kazakh uzbek tajik kyrgyz turkmen
  chinese japanese korean koreans indian indians pakistani afghan iranian iraqi syrian lebanese israeli
  israelis palestinian palestinians egyptian saudi qatari emirati yemeni libyan tunisian algerian moroccan
  sudanese ethiopian somali kenyan nigerian ghanaian african africans australian canadian mexican brazilian
  argentine chilean colombian venezuelan cuban peruvian serbian croatian bosnian albanian slovenian
  macedonian kosovar european europeans asian western westerners eastern northern southern soviet christian
  christians muslim muslims jewish jews jew catholic catholics orthodox protestant islamic islamist arab
  arabs kurdish kurds roma latino hispanic black white democrat democrats democratic republican
  republicans conservative conservatives labour liberal thai vietnamese filipino indonesian malaysian
  zealander slavic baltic nordic scandinavian roman communist nazi nazis nuclear neapolitan venetian
  [calendar]
  january february march april may june july august september october november december monday tuesday
  wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed
  thu fri mondays tuesdays wednesdays thursdays fridays saturdays sundays christmas easter am pm gmt
  [outlets]
  newspaper paper agency broadcaster magazine outlet tabloid website network daily weekly site channel
  [saying]
  said says say told tells added adds wrote writes stated states announced announces claimed claims
  explained replied asked noted warned insisted argued recalled admitted confirmed reported reports
  tweeted posted described commented
  [nonterms]
  reiterated completely previously recently currently apparently year years month months day days week
  weeks hour hours minute minutes time times way ways part case thing things number lot kind million
  billion last next past new old big small great early late quoted told saying making take takes took
  taken make makes made get gets got go goes went gone come comes came want wants wanted need needs needed
  say know knew see saw seen give gave given become became use used using end start people
  [common]
  class veteran veterans district
  news   president country state government internet nation god earth sun covid homeland web constitution
  parliament senate tweet premier
  """
