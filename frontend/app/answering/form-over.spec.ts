import { signal } from '@angular/core';
import { formOver } from './form-over';

describe('a form over what is saved', () => {
  const saved = signal({ minutes: '60' });
  const held = formOver(() => ({ ...saved() }));

  it('follows what is saved until somebody types, and then keeps what is typed', () => {
    expect(held()).toEqual({ minutes: '60' });
    saved.set({ minutes: '45' });
    expect(held()).toEqual({ minutes: '45' });
    held.set({ minutes: '30' });
    saved.set({ minutes: '90' });
    expect(held()).toEqual({ minutes: '30' });
    saved.set({ minutes: '30' });
    expect(held()).toEqual({ minutes: '30' });
    saved.set({ minutes: '15' });
    expect(held()).toEqual({ minutes: '15' });
  });
});
