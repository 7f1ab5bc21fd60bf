/** Places into which a column of a task list can go. `many`: several columns, or several values in one. */
export const taskFields = {
  key: field(
    'Key',
    'text',
    'issue key|key|work item key|task id|card id|id|identifier|number|uid|wbs|task number|nr|no|ref',
  ),
  otherKey: field('Second key', 'text', 'issue id|work item id|unique id|guid'),
  name: field(
    'Name',
    'text',
    'summary|task name|name|title|task|subject|work item|card name|aufgabe|titel|vorgangsname|bezeichnung|description of task|content|tache|tarea|attivita',
  ),
  notes: field('Notes', 'text', 'description|notes|details|beschreibung|notizen|card description'),
  phase: field(
    'Phase',
    'text',
    'phase|section|section column|group|list|list name|column|bucket|bucket name|milestone group|epic name|stage|module|version',
  ),
  parent: field(
    'Part of',
    'text',
    'parent key|parent|parent id|parent task|parent issue|subtask of|epic link|epic key|parent link|part of',
    true,
  ),
  level: field('Outline level', 'number', 'outline level|level|indent|ebene'),
  status: field('Status', 'text', 'status|state|progress status|zustand|stand|task status'),
  stateCategory: field('State category', 'text', 'status category'),
  done: field(
    'Done',
    'flag',
    'done|completed|complete|is done|due complete|erledigt|closed|finished',
  ),
  percent: field(
    'Percent complete',
    'number',
    'percent complete|complete|percent|progress|fortschritt|percent abgeschlossen|abgeschlossen|percentage complete|percent done',
  ),
  people: field(
    'People',
    'text',
    'assignee|assigned to|assignees|owner|responsible|resource names|ressourcennamen|resources|resource|members|person|people|zustandig|verantwortlich|bearbeiter|assignee name|assign',
    true,
  ),
  email: field('E-mail of the person', 'text', 'assignee email|email|e mail|owner email', true),
  startOn: field(
    'Start',
    'date',
    'start date|start|begin|begin date|planned start|target start|start on|anfang|beginn|starttermin|from',
  ),
  dueOn: field(
    'Due',
    'date',
    'due date|due|finish|end date|end|finish date|planned end|target end|due on|date due|fallig|falligkeitsdatum|ende|termin|faellig am|to|target date',
  ),
  deadlineOn: field('Deadline', 'date', 'deadline|latest finish|stichtag|must be done by'),
  doneOn: field(
    'Done on',
    'date',
    'resolved|completed at|completion date|done on|actual finish|resolution date',
  ),
  estimate: field(
    'Estimated effort',
    'effort',
    'original estimate|estimate|work|effort|estimated hours|estimated time|hours|aufwand|arbeit|planned hours|time estimate|estimation',
  ),
  duration: field('Duration', 'effort', 'duration|dauer|length|days'),
  milestone: field('Milestone', 'flag', 'milestone|is milestone|meilenstein'),
  type: field('Type', 'text', 'issue type|work type|type|task type|vorgangsart'),
  tags: field(
    'Tags',
    'text',
    'labels|tags|label|tag|components|component|sprint|fix version|fix versions|categories|category',
    true,
  ),
  predecessors: field(
    'Waits for',
    'text',
    'predecessors|predecessor|depends on|blocked by|dependencies|inward issue link blocks|vorganger|waits for|waiting on',
    true,
  ),
  successors: field(
    'Blocks',
    'text',
    'outward issue link blocks|blocks|blocking|successors|nachfolger|successor',
    true,
  ),
  checklist: field(
    'Checklist',
    'text',
    'checklist|checklist items|checklists|sub items|to dos',
    true,
  ),
  comments: field('Comments', 'text', 'comment|comments|kommentar|kommentare', true),
} as const satisfies Readonly<Record<string, TaskField>>;

/** A place into which a column can go. */
export type TaskFieldKey = keyof typeof taskFields;

/** How the cells of a field are read. */
export type TaskField = {
  readonly label: string;
  readonly type: 'text' | 'date' | 'number' | 'effort' | 'flag';
  readonly synonyms: readonly string[];
  readonly isMany: boolean;
};

/** Keys of the fields, in the order in which they are offered. */
// The object's own keys.
export const taskFieldKeys = Object.keys(taskFields) as TaskFieldKey[];

/** Whether a text is the key of a field. */
export function isTaskField(text: string | null): text is TaskFieldKey {
  return text !== null && text in taskFields;
}

function field(
  label: string,
  type: TaskField['type'],
  synonyms: string,
  isMany = false,
): TaskField {
  return { label, type, synonyms: synonyms.split('|'), isMany };
}
