/** Friday, after ISO 8601: the weekday on which a report is drafted unless somebody chose another. */
export const usualReportWeekday = 5;
