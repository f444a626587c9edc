import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { DESK, PHONE } from '../support/browser.js';
import { aJourney, faultsInLightAndDark, sidewaysScroll } from '../support/journey.js';

const journey = aJourney();

/** As a spreadsheet program of the West saves it: a title on top, semicolons, Windows-1252. */
const CASELOAD = [
  'Caseload of our old office',
  '',
  'Client Name;DOB;Cell Phone;Came to us;Assigned to;Shoe size',
  '"Álvarez, José";3/4/85;(555) 555-0171;3/4/25;rosa;9',
  'Ann and Bob Quill;1/1/80;555.555.0172;3/5/25;rosa;8',
  'Nia Okonjo;7/7/77;555-555-0173 ext 5;2/30/25;dev;7',
];

async function sends(page: Page, name: string, content: string | Buffer): Promise<void> {
  const buffer = Buffer.isBuffer(content) ? content : Buffer.from(content, 'latin1');
  await page.getByLabel('Choose a spreadsheet').setInputFiles({ name, mimeType: 'text/csv', buffer });
}

async function tries(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: 'Which program are they in?' }).selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Try it: look at every row' }).click();
}

test('a caseload with mistakes is matched, tried, mended, brought in, and changes nothing the second time', async () => {
  const ada = await journey.arrives('Ada', DESK);
  await ada.getByRole('link', { name: 'Bring a spreadsheet' }).click();
  await ada.getByRole('heading', { level: 1, name: 'Bring a spreadsheet' }).waitFor();

  await sends(ada, 'scan.csv', '%PDF-1.7');
  await ada
    .getByRole('alert')
    .getByText('This is not an XLSX or CSV file, whatever its name says.')
    .waitFor();
  await sends(ada, 'caseload.csv', CASELOAD.join('\r\n'));
  await ada.getByRole('heading', { level: 1, name: 'caseload.csv' }).waitFor();
  await ada.getByText('CSV in Windows-1252, with semicolons between cells').waitFor();
  await ada.getByText('Álvarez, José').waitFor();
  expect(await ada.getByRole('combobox', { name: 'What is Client Name?' }).inputValue()).toBe('name');
  expect(await ada.getByRole('combobox', { name: 'What is Shoe size?' }).inputValue()).toBe('');
  await ada.getByText('Still needed: Enrolled on.').waitFor();
  await ada.getByRole('combobox', { name: 'What is Came to us?' }).selectOption({ label: 'Enrolled on *' });
  await ada.getByText('Still needed').waitFor({ state: 'detached' });
  expect(await faultsInLightAndDark(ada)).toEqual([]);
  await tries(ada);

  await ada.getByRole('heading', { name: '2 rows to mend' }).waitFor();
  await ada.getByText('There are two people in this cell: Ann Quill and Bob Quill.').first().waitFor();
  await ada.getByText('There is no such day in the calendar: 2/30/25.').first().waitFor();
  expect(await faultsInLightAndDark(ada)).toEqual([]);
  await ada.setViewportSize(PHONE.viewport);
  expect(await sidewaysScroll(ada)).toBe(0);
  await ada.setViewportSize(DESK.viewport);
  const [download] = await Promise.all([
    ada.waitForEvent('download'),
    ada.getByRole('link', { name: 'Download with reasons' }).click(),
  ]);
  const refused = await readFile(await download.path(), 'utf8');
  expect(refused).toMatch(/Shoe size.+Why it was refused/);

  await ada.getByRole('button', { name: 'Bring in the other 1 row' }).click();
  await ada.getByRole('heading', { name: 'It is all here' }).waitFor();
  await ada.getByText('1 participant', { exact: true }).waitFor();
  await ada.getByText('2 rows stayed out.').waitFor();
  await ada.getByRole('link', { name: 'Bring their past contacts' }).click();

  await sends(ada, 'mended.csv', Buffer.from(mended(refused)));
  await ada.getByText('As last time').first().waitFor();
  expect(await ada.getByRole('combobox', { name: 'What is Came to us?' }).inputValue()).toBe('enrolledOn');
  await tries(ada);
  await ada.getByRole('button', { name: 'Bring in 3 rows' }).click();
  await ada.getByRole('heading', { name: 'It is all here' }).waitFor();
  await ada.getByRole('link', { name: 'See the people' }).click();
  await ada.getByRole('searchbox', { name: 'Find by name' }).fill('Álvarez');
  await ada.getByText('José Álvarez').first().waitFor();

  await ada.goto('/people/moving-in');
  await sends(ada, 'mended again.csv', Buffer.from(mended(refused)));
  await tries(ada);
  await ada.getByRole('heading', { name: 'Nothing changes' }).waitFor();
  await ada.getByRole('button', { name: 'Forget this file' }).click();
  await ada.getByText('mended again.csv is forgotten.').waitFor();

  await ada.goto('/people/moving-in');
  await ada.getByRole('button', { name: 'People, as CSV' }).click();
  await ada.getByText('People is ready.').waitFor();
  const [out] = await Promise.all([
    ada.waitForEvent('download'),
    ada.getByRole('button', { name: 'Save it' }).click(),
  ]);
  expect(await readFile(await out.path(), 'utf8')).toContain('José Álvarez');
});

/** The refused rows, as somebody mends them. */
function mended(refused: string): string {
  return refused
    .split(/\r?\n/)
    .flatMap((line) => {
      if (!line.includes('Ann and Bob Quill')) return line.replace('2/30/25', '2/28/25');
      return ['Ann', 'Bob'].map((name, i) =>
        line.replace(/Ann and Bob Quill(?=[",])/, `${name} Quill`).replace('555.555.0172', `555.555.018${i}`),
      );
    })
    .join('\r\n');
}
