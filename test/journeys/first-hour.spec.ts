import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { DESK, PHONE } from '../support/browser.js';
import { aJourney, faultsInLightAndDark } from '../support/journey.js';

const journey = aJourney();
const PASSWORD = 'four warm lanterns';

const CASELOAD = `Client Name,Cell Phone,Intake,Coach
Ana Lopez,(312) 555-0101,10/3/2025,marco
Cy Reed,312 555 0103,11/2/2025,
Dee and Ed Fox,3125550104,11/3/2025,marco
Fay Hill,312-555-0105,2/30/2025,marco
`;

/** What `npm run organization:create` prints for the first administrator. */
async function linkOfNewOrganization(): Promise<string> {
  const flags = {
    name: 'Lantern House',
    'short-name': 'lantern',
    'time-zone': 'America/Chicago',
    phone: '+13125550100',
    program: 'Peer Support',
    administrator: 'Ruth Okafor',
    'sign-in-name': 'ruth',
  };
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['dist/backend/create-organization.js', ...Object.entries(flags).map(([flag, is]) => `--${flag}=${is}`)],
    { env: { ...process.env, DATABASE_URL: journey.databaseUrl } },
  );
  return /\/invitation\/\S+/.exec(stdout)![0];
}

async function opensAccount(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Your new password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Open my account' }).click();
}

/** @returns the one-time link of who was added */
async function adds(
  ruth: Page,
  step: 'Supervisors' | 'Coaches',
  name: string,
  signInName: string,
): Promise<string> {
  await ruth.getByRole('link', { name: new RegExp(`^${step}`) }).click();
  await ruth.getByLabel('Name', { exact: true }).fill(name);
  await ruth.getByLabel('Sign-in name').fill(signInName);
  if (step === 'Coaches') {
    await ruth.getByRole('combobox', { name: 'Supervisor' }).selectOption({ label: 'Imani Brooks' });
    await ruth.getByLabel('Issued by').fill('State Certification Board');
    await ruth.getByLabel('Number').fill('PR-50001');
    await ruth.getByLabel('First day').fill('2026-01-01');
    await ruth.getByLabel('Last day').fill('2099-12-31');
  }
  await ruth.getByRole('button', { name: 'Add', exact: true }).click();
  await ruth.getByRole('heading', { name: `${name} is added` }).waitFor();
  const link = await ruth.getByLabel('One-time link').inputValue();
  await ruth.getByRole('link', { name: 'Done' }).click();
  return link;
}

async function tries(ruth: Page, name: string, content: string): Promise<void> {
  await ruth
    .getByLabel('Choose a spreadsheet')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
  await ruth.getByRole('combobox', { name: 'Which program are they in?' }).selectOption({ index: 1 });
  await ruth.getByRole('button', { name: 'Try it: look at every row' }).click();
}

test('an organization’s first hour: from nothing to a coach who knows whom to call', async () => {
  const ruth = await journey.opens(DESK);
  await opensAccount(ruth, await linkOfNewOrganization());
  const ready = ruth.getByRole('region', { name: 'Getting ready' });
  await ready.getByText('0 of 3').waitFor();
  expect(await faultsInLightAndDark(ruth)).toEqual([]);

  await adds(ruth, 'Supervisors', 'Imani Brooks', 'imani');
  const toMarco = await adds(ruth, 'Coaches', 'Marco Silva', 'marco');
  await ready.getByRole('link', { name: /^The people they walk with/ }).click();
  await tries(ruth, 'caseload.csv', CASELOAD);
  await ruth.getByRole('heading', { name: '2 rows to mend' }).waitFor();
  const [download] = await Promise.all([
    ruth.waitForEvent('download'),
    ruth.getByRole('link', { name: 'Download with reasons' }).click(),
  ]);
  await ruth.getByRole('button', { name: 'Bring in the other 2 rows' }).click();
  await ruth.getByRole('heading', { name: 'It is all here' }).waitFor();

  await ruth.goto('/people/moving-in');
  const refused = await readFile(await download.path(), 'utf8');
  await tries(
    ruth,
    'mended.csv',
    refused.replace('Dee and Ed Fox', 'Dee Fox').replace('2/30/2025', '2/28/2025'),
  );
  await ruth.getByRole('button', { name: 'Bring in 2 rows' }).click();
  await ruth.getByRole('heading', { name: 'It is all here' }).waitFor();
  await ruth.getByRole('link', { name: 'People', exact: true }).first().click();
  await ready.getByText('1 of 4 still has none.').waitFor();
  await ready.getByRole('link', { name: /^A coach for everybody/ }).click();
  await ruth.getByText('Only those who have no coach').waitFor();
  await ruth.getByRole('combobox', { name: 'Coach' }).selectOption({ index: 1 });
  await ruth.getByText('Everybody has a coach.').waitFor();

  const marco = await journey.opens(PHONE);
  await opensAccount(marco, toMarco);
  await marco
    .getByRole('article')
    .filter({ hasText: 'Ana Lopez' })
    .getByRole('link', { name: 'Call' })
    .waitFor();
  expect(await marco.getByRole('article').count()).toBe(4);
});
