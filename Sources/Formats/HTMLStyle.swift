/// The style of the HTML page: light and dark, wide and narrow, screen and paper.
let htmlStyle = htmlColors + htmlText + htmlCards + htmlLayout + htmlPrint

private let htmlColors = """
  :root {
    color-scheme: light dark;
    --paper: #fcfbf8; --raised: #ffffff; --ink: #24272c; --soft: #62676f; --line: #e3dfd5;
    --mark: #fbeebf; --mark-on: #f6d36a; --edge: #c99a17; --gap: #efe9e4; --link: #1d5c87;
    --strong: #27744a; --likely: #8a5a00; --doubtful: #ab3a28; --track: #e6e2d8;
    --serif: Charter, "Iowan Old Style", "Source Serif 4", "Noto Serif", Georgia, serif;
    --sans: system-ui, -apple-system, "Segoe UI", "Noto Sans", "Liberation Sans", sans-serif;
  }
  @media (prefers-color-scheme: dark) {
    :root {
      --paper: #17191d; --raised: #1e2126; --ink: #e4e2dc; --soft: #a4a8af; --line: #31353c;
      --mark: #3b3517; --mark-on: #6d5b14; --edge: #d8ad3a; --gap: #33302e; --link: #93c4ea;
      --strong: #7fca99; --likely: #e3b65f; --doubtful: #f0968a; --track: #383c43;
    }
  }

  """

private let htmlText = """
  * { box-sizing: border-box; }
  body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 var(--sans);
    -webkit-text-size-adjust: 100%; }
  a { color: var(--link); text-underline-offset: .18em; }
  :focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 3px; }
  h1, h2, h3, h4, p, blockquote { margin: 0; overflow-wrap: anywhere; }
  .soft, .label { color: var(--soft); font: 13px/1.45 var(--sans); overflow-wrap: anywhere; }
  .skip { position: absolute; left: -99em; }
  .skip:focus { left: 1rem; top: .5rem; background: var(--raised); padding: .4rem .8rem; z-index: 9; }
  .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .text { font: 17px/1.62 var(--serif); }
  .text p, .text h4 { margin: 0 0 .85em; max-width: 38em; }
  .text h1 { font: 600 1.75rem/1.22 var(--serif); margin: .35rem 0 1.1rem; text-wrap: balance; }
  .text h2, .text h4 { font: 600 1.1rem/1.35 var(--serif); margin-top: 1.4em; }
  .boilerplate { color: var(--soft); font: italic .85em/1.5 var(--sans); }
  mark, a.n { unicode-bidi: isolate; }
  mark { background: none; color: inherit; padding: .08em 0; scroll-margin: 6rem;
    box-decoration-break: clone; -webkit-box-decoration-break: clone; }
  mark.matched { background: var(--mark); }
  mark.unmatched { text-decoration: underline dashed var(--doubtful) 1px;
    text-underline-offset: .22em; }
  mark.alternative { text-decoration: underline dotted var(--edge) 2px;
    text-underline-offset: .22em; }
  mark.on { background: var(--gap); }
  mark.matched.on, mark.alternative.on { background: var(--mark-on); }
  .js mark { cursor: pointer; }
  .anchor { scroll-margin: 6rem; }
  a.n { font: 600 .68rem/1 var(--sans); text-decoration: none; position: relative; top: -.5em; color: var(--soft);
    padding: .12em .32em; margin: 0 .12em; border: 1px solid var(--line); border-radius: 1em;
    background: var(--raised); user-select: none; -webkit-user-select: none; white-space: nowrap; }
  a.n.unmatched { border-style: dashed; border-color: var(--doubtful); color: var(--doubtful); }
  a.n.on { border: 1px solid var(--edge); color: var(--ink); }

  """

private let htmlCards = """
  .cards, .rows, .plain { list-style: none; margin: 0; padding: 0; }
  .item { scroll-margin: 5rem; }
  .card { background: var(--raised); border: 1px solid var(--line); border-radius: 10px;
    padding: .85rem 1rem .8rem; margin: 0 0 .8rem; }
  .js .card { cursor: default; }
  .card.on { border-color: var(--edge); box-shadow: 0 0 0 1px var(--edge); }
  .card header { display: flex; gap: .6rem; align-items: baseline; }
  .card h3 { font: 600 .95rem/1.35 var(--sans); flex: 1; }
  .number { font: 600 .8rem/1.5 var(--sans); color: var(--soft); min-width: 1.3em; }
  .card .soft { margin-top: .1rem; }
  .card blockquote { font: 16px/1.5 var(--serif); margin-top: .55rem; }
  .card blockquote.found { border-left: 3px solid var(--edge); padding-left: .7rem; }
  .card .nothing { margin-top: .6rem; padding: .45rem .7rem; border: 1px dashed var(--doubtful);
    border-radius: 6px; color: var(--doubtful); font-size: .9rem; }
  .card .origin { margin-top: .5rem; }
  .card .origin b { color: var(--ink); font-weight: 600; }
  .card nav { display: flex; flex-wrap: wrap; gap: .15rem 1rem; margin-top: .45rem; font-size: .82rem; }
  .card details { margin-top: .45rem; font-size: .85rem; }
  summary { cursor: pointer; color: var(--link); }
  .card details li { margin-top: .5rem; }
  .card details blockquote { font-size: .93rem; margin-top: .15rem; }
  .sure { position: relative; display: inline-flex; align-items: center; gap: .4rem; white-space: nowrap;
    font: 600 .8rem/1.4 var(--sans); color: var(--doubtful); }
  .sure svg { width: 3.2rem; height: .42rem; border-radius: .3rem; }
  .sure rect { fill: var(--track); } .sure rect + rect { fill: currentColor; }
  .sure.strong { color: var(--strong); } .sure.likely { color: var(--likely); }
  .to-check .item.strong { display: none; }
  .report { border-top: 1px solid var(--line); padding: 1rem 0 .6rem; }
  h2 + .report { border-top: 0; padding-top: .2rem; }
  .report header { margin-bottom: .7rem; }
  .report h3 { font: 600 1rem/1.35 var(--sans); }
  .report .text { font-size: 16px; }
  .unused { border-top: 1px solid var(--line); padding: .9rem 0; font-size: .9rem; }
  .unused li { margin-top: .4rem; }

  """

private let htmlLayout = """
  .top { display: flex; flex-wrap: wrap; align-items: center; gap: .4rem 1.4rem; padding: .6rem 1.4rem;
    border-bottom: 1px solid var(--line); background: var(--paper); font-size: .9rem; }
  .top .tally { flex: 1 1 16rem; }
  .tools { display: none; align-items: center; gap: .45rem; }
  .js .tools { display: flex; }
  .tools .soft { margin-right: .5rem; }
  kbd { font: 600 .75rem/1 var(--sans); border: 1px solid var(--line); border-radius: 4px;
    padding: .1em .4em; background: var(--raised); color: var(--ink); }
  button { font: 500 .85rem/1.2 var(--sans); color: var(--ink); background: var(--raised);
    border: 1px solid var(--line); border-radius: 7px; padding: .42rem .75rem; cursor: pointer; }
  button:hover { border-color: var(--soft); }
  button[aria-pressed=true] { background: var(--mark); border-color: var(--edge); }
  .pane { position: relative; padding: 1rem 1.4rem 2rem; min-width: 0; }
  .pane > h2 { font: 600 .8rem/1.4 var(--sans); letter-spacing: .02em; color: var(--soft);
    padding: 0 0 .6rem; }
  footer.end { padding: .7rem 1.4rem; border-top: 1px solid var(--line); }
  #sheet { position: fixed; inset: auto 0 0 0; z-index: 8; max-height: 62vh; overflow: auto;
    background: var(--raised); border-top: 1px solid var(--edge); border-radius: 14px 14px 0 0;
    box-shadow: 0 -8px 30px rgb(0 0 0 / .22); padding: .6rem 1rem 1.2rem; }
  #sheet .card { border: 0; box-shadow: none; padding: 0; margin: 0; background: none; }
  #sheet #close { float: right; margin: 0 0 .3rem .8rem; }
  #sheet[hidden] { display: none; }
  .plot { margin: 0 0 1.2rem; }
  .plot svg { display: block; max-width: 100%; max-height: 17rem; margin-bottom: .4rem; }
  .plot rect { fill: var(--raised); stroke: var(--line); }
  .plot path { fill: none; stroke-width: 2.5; stroke-linecap: round; vector-effect: non-scaling-stroke; }
  .plot .strong { stroke: var(--strong); color: var(--strong); }
  .plot .likely { stroke: var(--likely); color: var(--likely); }
  .plot .doubtful { stroke: var(--doubtful); color: var(--doubtful); }
  .plot .none { stroke: var(--soft); color: var(--soft); stroke-dasharray: 3 3; }
  .pair { max-width: 84rem; margin: 0 auto; padding: 0 1.4rem 2rem; }
  .pair > header { padding: 1.3rem 0 .6rem; }
  .pair h1 { font: 600 1.75rem/1.22 var(--serif); text-wrap: balance; }
  .pair h2 { font: 600 .85rem/1.4 var(--sans); color: var(--soft); }
  .row, .heads { display: grid; grid-template-columns: 2.2rem 1fr 1fr 5.6rem; gap: 0 1.4rem; }
  .heads { position: sticky; top: 0; background: var(--paper); padding: .5rem .6rem;
    border-bottom: 1px solid var(--line); z-index: 2; }
  .row { padding: .5rem .6rem; border-radius: 8px; align-items: baseline;
    content-visibility: auto; contain-intrinsic-size: auto 5rem; }
  .row.opens { margin-top: 1rem; }
  .row:hover { background: var(--raised); }
  .row.on { background: var(--mark); }
  .row p, .row h3 { font: 16.5px/1.55 var(--serif); }
  .row h3 { font-weight: 600; }
  .row .none { color: var(--doubtful); font: .85rem/1.6 var(--sans); }
  .row .none::before { content: "— "; }
  .row .sure { justify-content: flex-end; }
  .row .sure svg { width: 2.2rem; }
  .row .number { text-align: right; text-decoration: none; }

  @media screen and (min-width: 800px) {
    #sheet { display: none; }
    body.trace { display: grid; grid-template-rows: auto 1fr auto; height: 100vh; height: 100dvh;
      overflow: hidden; }
    .trace main { display: grid; min-height: 0; grid-template-columns: 1.15fr 1fr;
      grid-template-rows: 1.15fr 1fr; grid-template-areas: "article cards" "article reports"; }
    .trace .pane { overflow-y: auto; overscroll-behavior: contain; padding-top: 0; }
    .pane > h2, .pane > .label { position: sticky; top: 0; z-index: 2; background: var(--paper);
      padding: .8rem 0 .6rem; }
    #article { grid-area: article; border-right: 1px solid var(--line); }
    #quotations { grid-area: cards; }
    #reports { grid-area: reports; border-top: 1px solid var(--line); }
    footer.end { padding: .35rem 1.4rem; }
  }
  @media screen and (min-width: 1180px) {
    .trace main { grid-template-columns: 1.15fr .95fr 1.1fr; grid-template-rows: 1fr;
      grid-template-areas: "article cards reports"; }
    #article { padding-left: max(1.6rem, 4vw - 1rem); }
    #reports { border-top: 0; border-left: 1px solid var(--line); }
  }
  @media screen and (max-width: 799px) {
    .top { position: sticky; top: 0; z-index: 5; padding: .5rem 1rem; }
    .tools .soft { display: none; }
    .top { flex-wrap: nowrap; }
    .top .tally { flex: 1 1 8rem; font-size: .82rem; line-height: 1.35; }
    .pane { padding: 1rem; }
    #quotations, #reports { border-top: 1px solid var(--line); }
    .pair { padding: 0 .6rem 2rem; }
    .pair > header { padding-left: .4rem; }
    .heads { display: none; }
    .row { grid-template-columns: 1fr auto; gap: .15rem .6rem; padding: .6rem .4rem;
      border-bottom: 1px solid var(--line); border-radius: 0; }
    .row .number { order: -2; text-align: left; } .row .sure { order: -1; }
    .row p, .row h3 { grid-column: 1 / -1; }
    .row > :nth-child(3) { border-left: 3px solid var(--line); padding-left: .7rem; }
  }

  """

private let htmlPrint = """
  @media print {
    :root { --paper: #fff; --raised: #fff; --ink: #000; --soft: #444; --line: #bbb; --mark: #f4ecc8;
      --mark-on: #f4ecc8; --edge: #8a6a10; --link: #000; --strong: #1c5a38; --likely: #6d4700;
      --doubtful: #8c2e1f; --track: #ddd; }
    @page { margin: 18mm 16mm; }
    body, body.trace { display: block; height: auto; overflow: visible; font-size: 10.5pt; }
    .tools, .skip, #sheet, .card nav { display: none !important; }
    .top { border: 0; padding: 0 0 4mm; }
    .trace main { display: block; }
    .trace .pane { overflow: visible; padding: 0 1px 6mm 0; }
    #article, #quotations, #reports { border: 0; }
    .pane > h2, .pane > .label { position: static; }
    .text, .card blockquote, .row p { font-size: 10.5pt; line-height: 1.45; }
    .text p { max-width: none; orphans: 3; widows: 3; }
    .text h1 { font-size: 17pt; }
    #quotations, #reports { break-before: page; }
    .card, .row { break-inside: avoid; border-radius: 0; box-shadow: none; }
    .report header { break-inside: avoid; }
    .report header, .report h3, .text h2, .text h4, .pane > h2 { break-after: avoid; }
    .card details::details-content { content-visibility: visible; }
    .heads { position: static; }
    .row, .heads { grid-template-columns: 1.6rem 1fr 1fr 5rem; gap: 0 .8rem; padding: .3rem 0; }
    .row { content-visibility: visible; }
    .pair { padding: 0; }
    mark, .sure rect { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    .card.on { border-color: var(--line); }
    a { text-decoration: none; }
  }

  """
