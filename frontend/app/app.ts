import { Component } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { OfflineBar } from './shell/offline-bar';

@Component({
  selector: 'app-root',
  imports: [OfflineBar, RouterOutlet],
  template: `<app-offline-bar /><router-outlet />`,
})
export class App {}
