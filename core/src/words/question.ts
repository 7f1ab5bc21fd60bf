import { catalogue } from './words.ts';

/** Questions that clients are expected to ask, with drafted answers, and the page they stand on. */
export const questionWords = catalogue({
  en: {
    title: 'Questions and answers',
    none: 'No questions have been answered yet. Ask us anything about the project.',
    ask: 'Ask a question',
    yourQuestion: 'Your question',
    send: 'Send the question',
    waiting: 'We will answer shortly.',
    answeredOn: 'Answered on {day}',
    askedOn: 'Asked on {day}',
    'promise-late': 'When will we receive “{name}”?',
    'promise-late-answer':
      '“{name}” was promised for {day} and has not been delivered. We apologise. We will give you a new date in a notice.',
    'date-moved': 'Why is “{name}” moving from {from} to {to}?',
    'date-moved-answer':
      'We now expect “{name}” on {to} instead of {from}. The other dates that we gave you are unaffected.',
    rejected: 'When will we receive the corrected version of “{name}”?',
    'rejected-answer':
      'We are working on the points that you raised about “{name}” and will submit a new version for your approval.',
    'need-overdue': 'What exactly do you need from us for “{name}”?',
    'need-overdue-answer':
      '“{name}” was agreed for {day} and has not reached us yet. Once we have it, work that depends on it can proceed. Please let us know if anything is unclear.',
    'hours-used': 'Will the planned effort be sufficient?',
    'hours-used-answer':
      '{percent} % of the planned hours have been used. We will inform you before the planned effort is exceeded.',
    'hours-hidden-answer':
      'We review the planned effort every week and will inform you before any change becomes necessary.',
    silence: 'How is the project progressing?',
    'silence-answer':
      '{done, plural, =0 {Work is in progress.} one {One item was completed this week.} other {# items were completed this week.}} The next item is “{next}”.',
    'silence-bare-answer':
      '{done, plural, =0 {Work is in progress.} one {One item was completed this week.} other {# items were completed this week.}} We will inform you of the next steps.',
    'nothing-next': 'What are the next steps, and when will they take place?',
    'nothing-next-answer': 'We are planning the next steps and will give you their dates.',
  },
  de: {
    title: 'Fragen und Antworten',
    none: 'Noch wurden keine Fragen beantwortet. Fragen Sie uns alles zum Projekt.',
    ask: 'Eine Frage stellen',
    yourQuestion: 'Ihre Frage',
    send: 'Frage senden',
    waiting: 'Wir antworten Ihnen in Kürze.',
    answeredOn: 'Beantwortet am {day}',
    askedOn: 'Gestellt am {day}',
    'promise-late': 'Wann erhalten wir „{name}“?',
    'promise-late-answer':
      '„{name}“ war für den {day} zugesagt und wurde noch nicht geliefert. Wir bitten um Entschuldigung. Einen neuen Termin nennen wir Ihnen in einer Mitteilung.',
    'date-moved': 'Warum verschiebt sich „{name}“ vom {from} auf den {to}?',
    'date-moved-answer':
      'Wir rechnen mit „{name}“ nun am {to} statt am {from}. Die übrigen Ihnen genannten Termine bleiben davon unberührt.',
    rejected: 'Wann erhalten wir die überarbeitete Fassung von „{name}“?',
    'rejected-answer':
      'Wir bearbeiten Ihre Anmerkungen zu „{name}“ und legen Ihnen eine neue Fassung zur Freigabe vor.',
    'need-overdue': 'Was genau benötigen Sie von uns für „{name}“?',
    'need-overdue-answer':
      '„{name}“ war für den {day} vereinbart und liegt uns noch nicht vor. Sobald wir es haben, können die davon abhängigen Arbeiten weitergehen. Bitte melden Sie sich, falls etwas unklar ist.',
    'hours-used': 'Reicht der geplante Aufwand aus?',
    'hours-used-answer':
      '{percent} % der geplanten Stunden sind verbraucht. Wir informieren Sie, bevor der geplante Aufwand überschritten wird.',
    'hours-hidden-answer':
      'Wir prüfen den geplanten Aufwand jede Woche und informieren Sie, bevor eine Änderung nötig wird.',
    silence: 'Wie kommt das Projekt voran?',
    'silence-answer':
      '{done, plural, =0 {Die Arbeiten laufen.} one {Ein Punkt wurde in dieser Woche abgeschlossen.} other {# Punkte wurden in dieser Woche abgeschlossen.}} Als Nächstes folgt „{next}“.',
    'silence-bare-answer':
      '{done, plural, =0 {Die Arbeiten laufen.} one {Ein Punkt wurde in dieser Woche abgeschlossen.} other {# Punkte wurden in dieser Woche abgeschlossen.}} Über die nächsten Schritte informieren wir Sie.',
    'nothing-next': 'Welche Schritte folgen als Nächstes, und wann?',
    'nothing-next-answer': 'Wir planen die nächsten Schritte und nennen Ihnen die Termine.',
  },
  fr: {
    title: 'Questions et réponses',
    none: 'Aucune question n’a encore reçu de réponse. Posez-nous toute question sur le projet.',
    ask: 'Poser une question',
    yourQuestion: 'Votre question',
    send: 'Envoyer la question',
    waiting: 'Nous vous répondrons sous peu.',
    answeredOn: 'Réponse du {day}',
    askedOn: 'Posée le {day}',
    'promise-late': 'Quand recevrons-nous « {name} » ?',
    'promise-late-answer':
      '« {name} » était promis pour le {day} et n’a pas encore été livré. Nous vous prions de nous en excuser. Nous vous communiquerons une nouvelle date dans un avis.',
    'date-moved': 'Pourquoi « {name} » passe-t-il du {from} au {to} ?',
    'date-moved-answer':
      'Nous prévoyons désormais « {name} » le {to} au lieu du {from}. Les autres dates communiquées restent inchangées.',
    rejected: 'Quand recevrons-nous la version corrigée de « {name} » ?',
    'rejected-answer':
      'Nous traitons vos remarques sur « {name} » et vous soumettrons une nouvelle version pour approbation.',
    'need-overdue': 'De quoi avez-vous besoin exactement pour « {name} » ?',
    'need-overdue-answer':
      '« {name} » était convenu pour le {day} et ne nous est pas encore parvenu. Dès sa réception, les travaux qui en dépendent pourront avancer. Veuillez nous indiquer si un point reste à éclaircir.',
    'hours-used': 'La charge prévue suffira-t-elle ?',
    'hours-used-answer':
      '{percent} % des heures prévues ont été utilisées. Nous vous informerons avant tout dépassement.',
    'hours-hidden-answer':
      'Nous examinons la charge prévue chaque semaine et vous informerons avant qu’un changement ne devienne nécessaire.',
    silence: 'Où en est le projet ?',
    'silence-answer':
      '{done, plural, =0 {Les travaux sont en cours.} one {Un élément a été achevé cette semaine.} other {# éléments ont été achevés cette semaine.}} La prochaine étape est « {next} ».',
    'silence-bare-answer':
      '{done, plural, =0 {Les travaux sont en cours.} one {Un élément a été achevé cette semaine.} other {# éléments ont été achevés cette semaine.}} Nous vous informerons des prochaines étapes.',
    'nothing-next': 'Quelles sont les prochaines étapes, et à quelles dates ?',
    'nothing-next-answer':
      'Nous préparons les prochaines étapes et vous en communiquerons les dates.',
  },
  es: {
    title: 'Preguntas y respuestas',
    none: 'Todavía no se ha respondido ninguna pregunta. Pregúntenos lo que desee sobre el proyecto.',
    ask: 'Hacer una pregunta',
    yourQuestion: 'Su pregunta',
    send: 'Enviar la pregunta',
    waiting: 'Le responderemos en breve.',
    answeredOn: 'Respondida el {day}',
    askedOn: 'Enviada el {day}',
    'promise-late': '¿Cuándo recibiremos «{name}»?',
    'promise-late-answer':
      '«{name}» estaba prometido para el {day} y no se ha entregado todavía. Le pedimos disculpas. Le comunicaremos una nueva fecha en un aviso.',
    'date-moved': '¿Por qué «{name}» pasa del {from} al {to}?',
    'date-moved-answer':
      'Prevemos ahora «{name}» para el {to} en lugar del {from}. Las demás fechas que le comunicamos no cambian.',
    rejected: '¿Cuándo recibiremos la versión corregida de «{name}»?',
    'rejected-answer':
      'Estamos trabajando en sus observaciones sobre «{name}» y le presentaremos una nueva versión para su aprobación.',
    'need-overdue': '¿Qué necesitan exactamente de nosotros para «{name}»?',
    'need-overdue-answer':
      '«{name}» estaba acordado para el {day} y aún no nos ha llegado. En cuanto lo tengamos, podrá avanzar el trabajo que depende de ello. Por favor, indíquenos si algo no queda claro.',
    'hours-used': '¿Será suficiente el esfuerzo previsto?',
    'hours-used-answer':
      'Se ha utilizado el {percent} % de las horas previstas. Le informaremos antes de que se superen.',
    'hours-hidden-answer':
      'Revisamos cada semana el esfuerzo previsto y le informaremos antes de que sea necesario un cambio.',
    silence: '¿Cómo avanza el proyecto?',
    'silence-answer':
      '{done, plural, =0 {El trabajo está en curso.} one {Se terminó un elemento esta semana.} other {Se terminaron # elementos esta semana.}} El siguiente paso es «{next}».',
    'silence-bare-answer':
      '{done, plural, =0 {El trabajo está en curso.} one {Se terminó un elemento esta semana.} other {Se terminaron # elementos esta semana.}} Le informaremos de los próximos pasos.',
    'nothing-next': '¿Cuáles son los próximos pasos y cuándo tendrán lugar?',
    'nothing-next-answer': 'Estamos planificando los próximos pasos y le comunicaremos las fechas.',
  },
});
