import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Card } from './card';
import { KeyFor } from './key';
import { Keys } from './keys';

@Component({
  imports: [Card, KeyFor],
  template: `
    <main>
      <h1 data-page>Page</h1>
      <input type="search" appKey="[Shift]+/" keySays="Find" />
      <button type="button" appKey="l" (click)="heard('page')">Log</button>
      @for (name of names(); track name) {
        <article appCard [id]="name">
          <a
            href="#"
            appKey="Enter"
            keySays="Open"
            (click)="$event.preventDefault(); heard('open ' + name)"
            >{{ name }}</a
          >
          <button type="button" appKey="l" (click)="heard(name)">Log {{ name }}</button>
        </article>
      }
      <form>
        <textarea></textarea>
        <button type="button" appKey="Escape" (click)="heard('cancel')">Cancel</button>
      </form>
    </main>
  `,
})
class Page {
  readonly names = signal(['Theo', 'Mina', 'Lou']);
  readonly all: string[] = [];
  heard(what: string): void {
    this.all.push(what);
  }
}

// a document without a browser lays nothing out
Element.prototype.checkVisibility ??= () => true;
Element.prototype.scrollIntoView ??= () => undefined;

function press(key: string, more: KeyboardEventInit = {}): void {
  const at = document.activeElement ?? document.body;
  at.dispatchEvent(
    new KeyboardEvent('keydown', { key, code: key, bubbles: true, cancelable: true, ...more }),
  );
}

function aPage() {
  localStorage.clear();
  const made = TestBed.createComponent(Page);
  document.body.append(made.nativeElement as Node);
  made.detectChanges();
  return { page: made.componentInstance, made, field: document.querySelector('textarea')! };
}

afterEach(() => document.body.replaceChildren());

describe('keys', () => {
  it('walk the cards, and speak of the one that has the focus', () => {
    const { page } = aPage();
    press('l');
    press('j');
    press('j');
    expect(document.activeElement?.id).toBe('Mina');
    press('l');
    press('k');
    press('Enter');
    expect(page.all).toEqual(['page', 'Mina', 'open Theo']);
  });

  it('stop at the last card and at the first', () => {
    aPage();
    for (let times = 0; times < 9; times += 1) press('j');
    expect(document.activeElement?.id).toBe('Lou');
    for (let times = 0; times < 9; times += 1) press('k');
    expect(document.activeElement?.id).toBe('Theo');
  });

  it('give the focus to the next card when one goes, and to the heading when all have gone', async () => {
    const { page, made } = aPage();
    press('j');
    page.names.set(['Mina', 'Lou']);
    made.detectChanges();
    await new Promise((resolve) => setTimeout(resolve));
    expect(document.activeElement?.id).toBe('Mina');
    page.names.set([]);
    made.detectChanges();
    await new Promise((resolve) => setTimeout(resolve));
    expect(document.activeElement?.localName).toBe('h1');
  });

  it('of one letter do nothing while somebody types, or composes, or holds the key', () => {
    const { page, field } = aPage();
    field.focus();
    press('l');
    press('j');
    expect(document.activeElement).toBe(field);
    field.blur();
    press('l', { repeat: true });
    press('l', { isComposing: true });
    press('l', { ctrlKey: true });
    expect(page.all).toEqual([]);
  });

  it('take the focus to the field for finding', () => {
    aPage();
    press('/', { shiftKey: true });
    expect(document.activeElement?.getAttribute('type')).toBe('search');
  });

  it('never lose words: Escape closes an empty form, and only points at the way out of another', () => {
    const { page, field } = aPage();
    field.focus();
    press('Escape');
    expect(page.all).toEqual(['cancel']);
    field.value = 'Three lines.';
    field.focus();
    press('Escape');
    expect(page.all).toEqual(['cancel']);
    expect(document.activeElement?.textContent).toBe('Cancel');
  });

  it('of one letter can be switched off for this browser; Escape stays', () => {
    const { page, field } = aPage();
    TestBed.inject(Keys).turn(false);
    press('l');
    press('j');
    field.focus();
    press('Escape');
    expect(page.all).toEqual(['cancel']);
    expect(localStorage.getItem('alongside.keys')).toBe('off');
  });

  it('after a sequence begin anew', () => {
    const { page } = aPage();
    const gone: string[] = [];
    TestBed.inject(Keys).add({ key: 'g l', says: 'Log', do: () => gone.push('log') });
    TestBed.inject(Keys).add({ key: 'g c', says: 'Caseload', do: () => gone.push('caseload') });
    press('g');
    press('c');
    press('l');
    expect(gone).toEqual(['caseload']);
    expect(page.all).toEqual(['page']);
  });

  it('are on the sheet, those of cards before one has the focus', () => {
    aPage();
    const shown = TestBed.inject(Keys).shown();
    expect(shown.map(({ key, says }) => `${key} ${says}`)).toEqual(
      expect.arrayContaining(['j Next card', 'l Log', 'l Log Theo', 'Enter Open', '[Shift]+/ Find']),
    );
  });
});
