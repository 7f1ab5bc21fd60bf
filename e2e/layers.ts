import type { Page } from 'playwright-core';

type Layer = {
  readonly name: string;
  readonly path: string;
  /** Does what a person does to see it, and waits until it is there. */
  readonly open: (page: Page) => Promise<void>;
};

/** What opens over a page, or within it, only when somebody asks for it. */
export const layers: readonly Layer[] = [
  {
    name: 'the dialog of a new deal',
    path: '/deals',
    open: async (page) => {
      await page.getByRole('button', { name: 'New deal' }).click();
      await page.getByRole('dialog').getByLabel('Deal name').waitFor();
    },
  },
  {
    name: 'a form that was refused',
    path: '/deals',
    open: async (page) => {
      await page.getByRole('button', { name: 'New deal' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Create deal' }).click();
      await page.getByText('A deal needs a name.').first().waitFor();
    },
  },
  {
    name: 'the list of a picker',
    path: '/deals',
    open: async (page) => {
      await page.getByRole('button', { name: 'New deal' }).click();
      await page.getByRole('dialog').getByLabel('Account').click();
      await page.getByRole('option').first().waitFor();
    },
  },
  {
    name: 'a long list of choices',
    path: '/settings/workspace',
    open: async (page) => {
      await page.getByRole('combobox', { name: 'Time zone' }).click();
      await page.getByRole('option').first().waitFor();
    },
  },
  {
    name: 'a filter',
    path: '/deals',
    open: async (page) => {
      await page.getByRole('button', { name: 'Filter', exact: true }).click();
      await page.getByRole('menuitem', { name: 'Stage' }).click();
      await page.getByText('Stage is any of').waitFor();
    },
  },
  {
    name: 'the menu of a card',
    path: '/deals/board',
    open: async (page) => {
      const board = page.getByRole('region', { name: 'Deals by stage' });
      await board.getByRole('button', { name: /^Move/ }).first().click();
      await page.getByRole('menuitem').first().waitFor();
    },
  },
  {
    name: 'the command palette',
    path: '/plans',
    open: async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').getByRole('combobox').fill('a');
      await page.getByRole('option').first().waitFor();
    },
  },
  {
    name: 'the sheet of shortcuts',
    path: '/deals',
    open: async (page) => {
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    },
  },
  {
    name: 'the rows behind a figure',
    path: '/balance',
    open: async (page) => {
      await page
        .getByRole('button', { name: /^Rows behind/ })
        .first()
        .click();
      await page.getByRole('list', { name: 'Rows of this figure' }).waitFor();
    },
  },
  {
    name: 'the formula of a figure',
    path: '/balance',
    open: async (page) => {
      await page
        .getByRole('button', { name: /^What is/ })
        .first()
        .click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'the start of a timer',
    path: '/my-work',
    open: async (page) => {
      await page.keyboard.press('t');
      await page.getByRole('dialog', { name: 'Start the timer' }).waitFor();
    },
  },
  {
    name: 'a day of the week grid',
    path: '/time',
    open: async (page) => {
      await page
        .getByRole('main')
        .getByRole('button', { name: /Add a row|Add work|Log/ })
        .first()
        .click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'the menu of the member',
    path: '/settings',
    open: async (page) => {
      const menu = page.getByRole('button', { name: 'Open menu' });
      if (await menu.isVisible()) await menu.click();
      await page.getByRole('button', { name: /Ada Lovelace/ }).click();
      await page.getByRole('menuitem', { name: 'Sign out' }).waitFor();
    },
  },
  {
    name: 'a notice with undo',
    path: '/deals',
    open: async (page) => {
      await page.getByRole('gridcell').getByRole('link').first().click();
      await page.getByRole('button', { name: /^More for/ }).click();
      await page.getByRole('menuitem', { name: 'Move to the trash' }).click();
      await page.getByRole('button', { name: 'Undo' }).waitFor();
    },
  },
];
