/** The page of a quote in Typst. It reads everything from `data`; amounts come written out. */
export const quoteTemplate = `
#let quote = json(bytes(sys.inputs.data))
#set document(title: quote.name + " " + quote.title, author: quote.firm)
#set page(
  paper: "a4",
  margin: (top: 24mm, bottom: 26mm, x: 22mm),
  footer: context [
    #set text(8pt, fill: luma(90))
    #line(length: 100%, stroke: 0.4pt + luma(200))
    #v(-4pt)
    #quote.firm · #quote.name
    #h(1fr)
    Page #counter(page).display() of #counter(page).final().first()
  ],
)
#set text(font: "Libertinus Serif", size: 10.5pt, number-width: "tabular", lang: "en")
#set par(justify: false, leading: 0.62em)

#grid(
  columns: (1fr, auto),
  align: (left, right),
  text(13pt, weight: "bold")[#quote.firm],
  text(fill: luma(90))[Quote #quote.name],
)
#v(12mm)
#grid(
  columns: (1fr, auto),
  [
    #if quote.account != none [#text(fill: luma(90), size: 9pt)[For]\\ #text(11.5pt)[#quote.account]]
  ],
  grid(
    columns: 2, column-gutter: 10pt, row-gutter: 5pt, align: (left, right),
    text(fill: luma(90))[Date], quote.quotedOn,
    ..if quote.validUntil != none { (text(fill: luma(90))[Valid until], quote.validUntil) } else { () },
  ),
)
#v(9mm)
#text(17pt, weight: "bold")[#quote.title]
#if quote.intro != "" [
  #v(2mm)
  #for paragraph in quote.intro.split("\\n\\n") [ #par(paragraph) ]
]
#v(5mm)
#table(
  columns: (1fr, auto, auto, auto),
  align: (left, right, right, right),
  stroke: none,
  inset: (x: 0pt, y: 5pt),
  column-gutter: 14pt,
  table.header(
    ..("What", "Quantity", "Price", "Amount").map(head => text(9pt, fill: luma(90))[#head]),
    table.hline(stroke: 0.6pt + luma(120)),
  ),
  ..for line in quote.lines {
    (
      [#line.description #if line.note != "" [\\ #text(9pt, fill: luma(90))[#line.note]]],
      line.quantity,
      line.price,
      line.amount,
      table.hline(stroke: 0.3pt + luma(210)),
    )
  },
)
#v(1mm)
#align(right, block(breakable: false, grid(
  columns: 2, column-gutter: 26pt, row-gutter: 6pt, align: (left, right),
  ..for sum in quote.sums {
    if sum.isTotal {
      (grid.hline(stroke: 0.6pt + luma(120)), [#v(4pt)#strong(sum.label)], [#v(4pt)#strong(sum.amount)])
    } else { (text(fill: luma(60))[#sum.label], sum.amount) }
  },
)))
#if quote.terms != "" [
  #v(8mm)
  #text(11pt, weight: "bold")[Terms]
  #for paragraph in quote.terms.split("\\n\\n") [ #par(paragraph) ]
]
`;
