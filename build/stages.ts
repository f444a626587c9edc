/** What is built from what, in order. A stage is built again only when one of its sources changed. */

export interface Step {
  /** Said on the terminal while it runs. */
  doing: string;
  /** A command of node_modules/.bin, or a file of ours. */
  command: string;
  args: string[];
}

export interface Stage {
  name: 'server' | 'pages';
  /** Files and folders whose content decides whether the stage is stale. */
  sources: string[];
  /** Without it there is nothing to build yet. */
  needs: string;
  /** Removed first, so that nothing of a deleted source lives on. */
  clears: string[];
  /** When this is missing, the stage is stale whatever its stamp says. */
  makes: string[];
  /** One after the other; the steps of an inner list at the same time. */
  steps: (Step | Step[])[];
}

const bin = (name: string): string => `node_modules/.bin/${name}`;

export const stages: Stage[] = [
  {
    name: 'server',
    sources: [
      'backend',
      'migrations',
      'nest-cli.json',
      'tsconfig.base.json',
      'tsconfig.backend.json',
      'ng-openapi-gen.json',
      'package-lock.json',
    ],
    needs: 'backend/main.ts',
    clears: ['dist/backend', 'dist/migrations'],
    makes: ['dist/backend/main.js', 'dist/openapi.json', 'frontend/api/generated'],
    steps: [
      { doing: 'Building the server', command: bin('nest'), args: ['build'] },
      {
        doing: 'Describing the API',
        command: 'dist/backend/openapi.js',
        args: ['dist/openapi.json'],
      },
      { doing: 'Writing the types of the pages', command: bin('ng-openapi-gen'), args: [] },
    ],
  },
  {
    name: 'pages',
    sources: [
      'frontend',
      'dist/openapi.json',
      'angular.json',
      'tsconfig.base.json',
      'tsconfig.frontend.json',
      'package-lock.json',
    ],
    needs: 'frontend/main.ts',
    clears: ['dist/frontend'],
    makes: ['dist/frontend/browser/index.html', 'dist/frontend/own/first-pages.json'],
    steps: [
      [
        { doing: 'Building the pages', command: bin('ng'), args: ['build', 'alongside'] },
        { doing: 'those of participants', command: bin('ng'), args: ['build', 'own'] },
      ],
      {
        doing: 'Noting what a first page needs',
        command: 'build/first-pages.ts',
        args: ['dist/frontend/own'],
      },
      { doing: 'Compressing the pages', command: 'build/compress.ts', args: ['dist/frontend'] },
    ],
  },
];
