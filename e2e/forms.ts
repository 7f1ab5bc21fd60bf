import type { Locator, Page } from 'playwright-core';

/** Where a field stands: on the page, or within a part of it. */
type Place = Page | Locator;

/** Picks a record in a field that searches, by typing part of its name. */
export async function pick(place: Place, label: string, name: string): Promise<void> {
  const field = place.getByRole('combobox', { name: label, exact: true });
  await field.click();
  await field.fill(name);
  await optionOf(place, name).click();
}

/** Chooses one of the fixed values of a field. */
export async function choose(place: Place, label: string, value: string): Promise<void> {
  await place.getByRole('combobox', { name: label, exact: true }).click();
  await optionOf(place, value).click();
}

/** Writes into a field and leaves it, which saves it where fields save themselves. */
export async function write(place: Place, label: string, text: string): Promise<void> {
  const field = place.getByRole('textbox', { name: label, exact: true });
  await field.fill(text);
  await field.press('Tab');
}

/** Every field of a record's page is saved. */
export async function untilSaved(page: Page): Promise<void> {
  await page.getByRole('main').getByText('Saved', { exact: true }).waitFor();
}

/** Lists of choices float over the page, outside of what they belong to. */
function optionOf(place: Place, name: string): Locator {
  const page = 'page' in place ? place.page() : place;
  return page.getByRole('option', { name }).first();
}
