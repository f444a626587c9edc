import { Component, computed, input, resource } from '@angular/core';

/** A QR code of a text, drawn in ink on paper in both themes: a camera must read it. */
@Component({
  selector: 'app-qr-code',
  template: `
    @if (drawing.value(); as drawn) {
      <svg [attr.viewBox]="viewBox()" shape-rendering="crispEdges" role="img" [attr.aria-label]="label()">
        <path [attr.d]="drawn.path" fill="#000" />
      </svg>
    }
  `,
  styles: `
    :host {
      display: block;
      aspect-ratio: 1;
      background: #fff;
    }
    svg {
      display: block;
      inline-size: 100%;
    }
  `,
})
export class QrCode {
  readonly text = input.required<string>();
  readonly label = input.required<string>();

  /** Its four squares of quiet margin are in the view box. */
  protected readonly drawing = resource({
    params: () => this.text(),
    loader: async ({ params }) => {
      const { correction, generate } = await import('lean-qr');
      const code = generate(params, { minCorrectionLevel: correction.M });
      const squares: string[] = [];
      for (let y = 0; y < code.size; y += 1)
        for (let x = 0; x < code.size; x += 1) if (code.get(x, y)) squares.push(`M${x} ${y}h1v1h-1z`);
      return { size: code.size, path: squares.join('') };
    },
  });
  protected readonly viewBox = computed(() => {
    const size = this.drawing.value()?.size ?? 0;
    return `-4 -4 ${size + 8} ${size + 8}`;
  });
}
