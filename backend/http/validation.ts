import { type ValidationError, ValidationPipe } from '@nestjs/common';
import { type FieldProblem, Problem } from './problem.js';

/** Unknown properties are refused, nothing is converted silently, every field's problem is told at once. */
export const validation = new ValidationPipe({
  whitelist: true,
  forbidNonWhitelisted: true,
  transform: true,
  stopAtFirstError: true,
  validationError: { target: false, value: false },
  exceptionFactory: (errors) =>
    new Problem(422, 'input-invalid', 'Something needs another look. What you typed is still here.', {
      fields: errors.flatMap((error) => fieldsOf(error, '')),
    }),
});

const CODES: Record<string, string> = {
  whitelistValidation: 'property-unknown',
  isInt: 'not-a-whole-number',
  min: 'too-small',
  max: 'too-large',
  maxLength: 'too-long',
  arrayMaxSize: 'too-many',
  isIn: 'not-a-choice',
};

function fieldsOf(error: ValidationError, parent: string): FieldProblem[] {
  const path = parent ? `${parent}.${error.property}` : error.property;
  const own = Object.entries(error.constraints ?? {}).map(([name, detail]) => ({
    path,
    code: CODES[name] ?? name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`),
    detail: name === 'whitelistValidation' ? `There is no field "${error.property}".` : sentence(detail),
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => fieldsOf(child, path))];
}

function sentence(detail: string): string {
  const words = detail.charAt(0).toUpperCase() + detail.slice(1);
  return words.endsWith('.') ? words : `${words}.`;
}
