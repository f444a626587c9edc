import { HttpErrorResponse, provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom, throwError } from 'rxjs';
import { Notices } from '../look/notices';
import { editing } from './editing';

interface Saved {
  line: string;
  version: number;
}

const saved = signal<Saved>({ line: 'Staff Care', version: 3 });

/** As a page opens its form. */
const opened = () =>
  TestBed.runInInjectionContext(() =>
    editing({
      saved,
      typed: ({ line }: Saved) => ({ line }),
      keptAs: () => 'support-line',
      changed: (now) => saved.set(now),
    }),
  );

function type(form: ReturnType<typeof opened>, line: string): void {
  form.model.set({ line });
  form.keep();
}

const theirs: Saved = { line: 'Theirs', version: 4 };
const refusedWith = (status: number, error: object) => () =>
  firstValueFrom(throwError(() => new HttpErrorResponse({ status, error })));
const refusing = refusedWith(412, { code: 'version-stale', current: theirs });

beforeEach(() => {
  sessionStorage.clear();
  saved.set({ line: 'Staff Care', version: 3 });
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
});

test('follows what others save until somebody types; then what is typed stays, on the version it began on', async () => {
  const form = opened();
  saved.set({ line: 'By another', version: 4 });
  expect(form.model().line).toBe('By another');
  type(form, 'Mine');
  saved.set({ line: 'By a third', version: 5 });
  expect(form.model().line).toBe('Mine');
  const sent: number[] = [];
  await form.save((version) => Promise.resolve({ line: 'Mine', version: sent.push(version) && 6 }), 'Saved.');
  expect(sent).toEqual([4]);
});

test('what is typed outlives a reload, with the version it began on, and is forgotten once it is saved', async () => {
  type(opened(), 'Mine');
  saved.set({ line: 'By another', version: 4 });
  const form = opened();
  expect([form.model().line, form.isKept()]).toEqual(['Mine', true]);
  const sent: number[] = [];
  expect(
    await form.save(
      (version) => Promise.resolve({ line: 'Mine', version: sent.push(version) && 5 }),
      'Saved.',
    ),
  ).toBe(true);
  expect([sent, form.isKept(), opened().model().line]).toEqual([[3], false, 'Mine']);
});

test('of two who save the second sees both; theirs overwrites nothing until somebody chooses', async () => {
  const form = opened();
  type(form, 'Mine');
  expect(await form.save(refusing, 'Saved.')).toBe(false);
  expect([form.theirs(), form.model().line, saved().version]).toEqual([theirs, 'Mine', 3]);
  form.overTheirs();
  const sent: number[] = [];
  await form.save((version) => Promise.resolve({ line: 'Mine', version: sent.push(version) && 5 }), 'Saved.');
  expect([sent, form.theirs(), saved()]).toEqual([[4], null, { line: 'Mine', version: 5 }]);
});

test('or the other’s is taken, and nothing is kept of one’s own', async () => {
  const form = opened();
  type(form, 'Mine');
  await form.save(refusing, 'Saved.');
  form.takeTheirs();
  expect([form.model().line, form.theirs(), form.isKept(), saved()]).toEqual(['Theirs', null, false, theirs]);
});

test('any other refusal is told, with all that was typed still there', async () => {
  const form = opened();
  type(form, 'Mine');
  await form.save(refusedWith(422, { code: 'input-invalid', detail: 'No.' }), 'Saved.');
  expect([form.problem()?.code, form.model().line, form.theirs()]).toEqual(['input-invalid', 'Mine', null]);
});

describe('undone', () => {
  const undo = async (): Promise<void> => {
    TestBed.inject(Notices).undo();
    await Promise.resolve();
    await Promise.resolve();
  };
  const savedAs = (line: string, version: number) => () => Promise.resolve({ line, version });

  test('what stood before stands again', async () => {
    const form = opened();
    type(form, 'Mine');
    await form.save(savedAs('Mine', 4), 'Saved.', savedAs('Staff Care', 5));
    await undo();
    expect([form.model().line, saved()]).toEqual(['Staff Care', { line: 'Staff Care', version: 5 }]);
  });

  test('what was typed meanwhile stays, to be saved over what stands', async () => {
    const form = opened();
    type(form, 'Mine');
    await form.save(savedAs('Mine', 4), 'Saved.', savedAs('Staff Care', 5));
    type(form, 'Mine, and more');
    await undo();
    expect([form.model().line, saved().line]).toEqual(['Mine, and more', 'Staff Care']);
    const sent: number[] = [];
    await form.save((version) => Promise.resolve({ line: 'x', version: sent.push(version) && 6 }), 'Saved.');
    expect(sent).toEqual([5]);
  });

  test('what stood before is the other’s, where one saved over it', async () => {
    const form = opened();
    type(form, 'Mine');
    await form.save(refusing, 'Saved.');
    form.overTheirs();
    const before: Saved[] = [];
    await form.save(savedAs('Mine', 5), 'Saved.', (version, stood) => {
      before.push({ ...stood, version });
      return savedAs(stood.line, 6)();
    });
    await undo();
    expect([before, form.model().line]).toEqual([[{ line: 'Theirs', version: 5 }], 'Theirs']);
  });

  test('where another saved since, both are shown', async () => {
    const form = opened();
    type(form, 'Mine');
    await form.save(savedAs('Mine', 4), 'Saved.', refusing);
    await undo();
    expect([form.theirs(), form.model().line]).toEqual([theirs, 'Mine']);
  });
});

describe('a form over a part of what is saved', () => {
  const elsewhere: Saved = { line: 'Staff Care', version: 4 };

  test('is saved at once over a change of another part', async () => {
    const form = opened();
    type(form, 'Mine');
    const sent: number[] = [];
    const wasSaved = await form.save((version) => {
      sent.push(version);
      return version === 3
        ? refusedWith(412, { current: elsewhere, code: 'version-stale' })()
        : Promise.resolve({ line: 'Mine', version: 5 });
    }, 'Saved.');
    expect([wasSaved, sent, form.theirs(), saved().version]).toEqual([true, [3, 4], null, 5]);
  });

  test('goes by the version on which another part of the same page was saved', async () => {
    const form = opened();
    type(form, 'Mine');
    saved.set(elsewhere);
    const sent: number[] = [];
    await form.save(
      (version) => Promise.resolve({ line: 'Mine', version: sent.push(version) && 5 }),
      'Saved.',
    );
    expect(sent).toEqual([4]);
  });
});
