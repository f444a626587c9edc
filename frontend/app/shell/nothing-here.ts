import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';

@Component({
  selector: 'app-nothing-here',
  imports: [RouterLink],
  template: `
    <div class="page">
      <h1 data-page i18n="@@nothingHere.title">There is nothing at this address</h1>
      <p i18n="@@nothingHere.why">It may have moved, or it is not yours to see.</p>
      <div><a class="button" routerLink="/" i18n="@@nothingHere.back">To your first page</a></div>
    </div>
  `,
})
export class NothingHere {}
