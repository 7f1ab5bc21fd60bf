/** The page of a status report in Typst. It reads everything from `data`, in the client's language. */
export const reportTemplate = `
#let report = json(bytes(sys.inputs.data))
#set document(title: report.title + " " + report.project, author: report.firm)
#set page(
  paper: "a4",
  margin: (top: 24mm, bottom: 26mm, x: 24mm),
  footer: context [
    #set text(8pt, fill: luma(90))
    #line(length: 100%, stroke: 0.4pt + luma(200))
    #v(-4pt)
    #report.firm · #report.project
    #h(1fr)
    #for part in report.pageWords {
      if part == "⟨page⟩" { counter(page).display() }
      else if part == "⟨pages⟩" { str(counter(page).final().first()) }
      else { part }
    }
  ],
)
#set text(font: "Libertinus Serif", size: 10.5pt, number-width: "tabular", lang: report.language)
#set par(justify: false, leading: 0.66em)

#grid(
  columns: (1fr, auto),
  align: (left, right),
  text(13pt, weight: "bold")[#report.firm],
  text(fill: luma(90))[#report.title],
)
#v(12mm)
#text(18pt, weight: "bold")[#report.project]
#v(-2mm)
#text(fill: luma(90))[#report.week #if report.sent != none [ · #report.sent ]]
#v(6mm)
#for section in report.sections [
  #block(above: 7mm, below: 3mm, sticky: true, text(11.5pt, weight: "bold")[#section.heading])
  #if section.isList {
    list(indent: 0pt, body-indent: 6pt, spacing: 0.7em, ..section.lines.map(one => [#one]))
  } else {
    for one in section.lines { par(one) }
  }
]
`;
