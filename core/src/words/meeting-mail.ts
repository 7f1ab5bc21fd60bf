import { catalogue } from './words.ts';

/** Words of the mails that invite to a meeting, move it or call it off (CL-22, PM-24). */
export const meetingMailWords = catalogue({
  en: {
    subject: 'Meeting: {name}',
    subjectCancelled: 'Cancelled: {name}',
    hello: 'Hello {name},',
    when: '“{name}”: {at} ({zone}), {minutes, plural, one {# minute} other {# minutes}}.',
    cancelled:
      '“{name}” on {at} ({zone}, {minutes, plural, one {# minute} other {# minutes}}) is cancelled.',
  },
  de: {
    subject: 'Besprechung: {name}',
    subjectCancelled: 'Abgesagt: {name}',
    hello: 'Guten Tag {name},',
    when: '„{name}“: {at} ({zone}), {minutes, plural, one {# Minute} other {# Minuten}}.',
    cancelled:
      '„{name}“ am {at} ({zone}, {minutes, plural, one {# Minute} other {# Minuten}}) ist abgesagt.',
  },
  fr: {
    subject: 'Réunion : {name}',
    subjectCancelled: 'Annulée : {name}',
    hello: 'Bonjour {name},',
    when: '« {name} » : {at} ({zone}), {minutes, plural, one {# minute} other {# minutes}}.',
    cancelled:
      '« {name} » du {at} ({zone}, {minutes, plural, one {# minute} other {# minutes}}) est annulée.',
  },
  es: {
    subject: 'Reunión: {name}',
    subjectCancelled: 'Cancelada: {name}',
    hello: 'Buenos días, {name}:',
    when: '«{name}»: {at} ({zone}), {minutes, plural, one {# minuto} other {# minutos}}.',
    cancelled:
      '«{name}», {at} ({zone}, {minutes, plural, one {# minuto} other {# minutos}}): cancelada.',
  },
});
