import { Location } from '@angular/common';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { goingBack } from './going-back';

@Component({ selector: 'app-form', template: '' })
class Form {
  readonly goBack = goingBack(() => '/caseload');
}
@Component({ selector: 'app-elsewhere', template: '' })
class Elsewhere {}

let open: RouterTestingHarness;
let form: Form;

beforeEach(async () => {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([
        { path: 'form', component: Form },
        { path: '**', component: Elsewhere },
      ]),
    ],
  });
  open = await RouterTestingHarness.create();
  form = await open.navigateByUrl('/form', Form);
});

test('a form that was opened by its own address ends where such forms are listed', async () => {
  form.goBack();
  await open.fixture.whenStable();
  expect(TestBed.inject(Router).url).toBe('/caseload');
});

test('who went elsewhere while the form was on its way stays there', async () => {
  await open.navigateByUrl('/today');
  form.goBack();
  await open.fixture.whenStable();
  expect(TestBed.inject(Location).path()).toBe('/today');
});
