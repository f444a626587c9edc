import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { StreamItem } from '../../api/contract';
import { StreamCard } from './stream-card';

// of a browser, what the document of these tests has not
Element.prototype.checkVisibility ??= () => true;
globalThis.ResizeObserver ??= class {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
};

let card: ComponentFixture<StreamCard>;

beforeEach(() => {
  sessionStorage.clear();
  TestBed.configureTestingModule({
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
  });
  card = TestBed.createComponent(StreamCard);
  comes({});
});

/** The same contact, as it is now. */
function comes(contact: object, more: object = {}): void {
  const item = {
    contact: {
      contactId: 'c1',
      version: 1,
      participantId: 'p1',
      participantName: 'Theo',
      coach: { accountId: 'rosa', name: 'Rosa' },
      occurredOn: '2026-03-10',
      outcome: 'reached',
      minutes: null,
      dimensions: [],
      goals: [],
      addenda: [],
      sharedNote: 'We talked.',
      teamNote: '',
      voided: null,
      ...contact,
    },
    isToRead: true,
    saidWhenSeen: null,
    feedback: [],
    ...more,
  };
  card.componentRef.setInput('item', item as unknown as StreamItem);
  card.detectChanges();
}

const form = (): Element | null => card.nativeElement.querySelector('form');
const press = (words: string): void => {
  const buttons = [...card.nativeElement.querySelectorAll('button')] as HTMLElement[];
  buttons.find((button) => button.textContent.includes(words))!.click();
  card.detectChanges();
};

test('a form that was opened stays open, and one put away stays away, whatever comes in', () => {
  expect(form()).toBeNull();
  press('Say more');
  comes({ version: 2, minutes: 20 });
  expect(form()).not.toBeNull();
  press('Not now');
  sessionStorage.setItem(
    'alongside..feedback.c1',
    JSON.stringify({ feedbackId: 'f', kind: 'comment', words: 'x' }),
  );
  comes({ version: 3, minutes: 30 });
  expect(form()).toBeNull();
});

test('what was amended while one reads is said against what one read; else against what was seen', () => {
  comes({ minutes: 20 }, { isChangedSinceSeen: true, saidWhenSeen: { outcome: 'no-show' } });
  expect(card.nativeElement.textContent).toContain('What is different');
  expect(card.nativeElement.textContent).toContain('Before: No-show');
  comes({ version: 2, minutes: 45 });
  expect(card.nativeElement.textContent).toContain('Rosa changed it just now');
  expect(card.nativeElement.textContent).toMatch(/Before: Nothing\s*Now: 45/);
});
