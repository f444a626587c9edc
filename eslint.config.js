import angular from 'angular-eslint';
import { defineConfig } from 'eslint/config';
import typescript from 'typescript-eslint';

const noEnums = {
  selector: 'TSEnumDeclaration',
  message: 'Write the values as an `as const` array: the same words in code, database and API.',
};

export default defineConfig(
  { ignores: ['dist/', 'data/', 'node_modules/', '.angular/', 'frontend/api/generated/'] },
  {
    files: ['**/*.ts'],
    extends: [typescript.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['tsconfig.test.json', 'tsconfig.build.json', 'tsconfig.web-test.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      'max-lines': ['error', 250],
      'no-restricted-syntax': ['error', noEnums],
      'no-console': 'error',
      eqeqeq: 'error',
      // a life-cycle hook may take its time
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { inheritedMethods: false } }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      // a driver answers `any`, and `as Row[]` says what it is: this rule would have it said twice
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      // the functions of Angular and Nest that need no `this` say so by being arrow functions or not at all
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    // the compiler's plugin for the API's document follows what these import
    files: ['backend/**/*.dto.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    // landed once and frozen: what belongs to one step stays together
    files: ['migrations/**'],
    rules: { 'max-lines': 'off' },
  },
  {
    // what a start says on the terminal, and nothing else
    files: [
      'backend/start.ts',
      'backend/backup.ts',
      'backend/restore.ts',
      'backend/migrate.ts',
      'backend/create-organization.ts',
      'build/**',
      'test/bench/**',
    ],
    rules: { 'no-console': 'off' },
  },
  {
    // an answer over the wire is whatever it is: a test says what it should be
    files: ['test/**/*.ts', 'frontend/**/*.spec.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['frontend/**/*.ts'],
    extends: [angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/component-selector': [
        'error',
        { type: 'element', prefix: 'app', style: 'kebab-case' },
      ],
      '@angular-eslint/directive-selector': [
        'error',
        { type: 'attribute', prefix: 'app', style: 'camelCase' },
      ],
      '@angular-eslint/prefer-signals': 'error',
    },
  },
  {
    files: ['frontend/**/*.html'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
    rules: {
      '@angular-eslint/template/prefer-control-flow': 'error',
      '@angular-eslint/template/button-has-type': 'error',
    },
  },
);
