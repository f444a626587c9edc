import { registerDecorator } from 'class-validator';

export const SIGN_IN_NAME_WORDS =
  'A sign-in name is 2 to 100 letters, digits and . _ - + @, and begins with a letter or a digit.';

/** What one can say over the phone and type on any keyboard; upper and lower case are the same name. */
export function isSignInName(value: unknown): boolean {
  return typeof value === 'string' && value.length <= 100 && /^[\p{L}\p{N}][\p{L}\p{N}._+@-]+$/u.test(value);
}

export function IsSignInName(): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: 'isSignInName',
      target: target.constructor,
      propertyName: property as string,
      options: { message: SIGN_IN_NAME_WORDS },
      validator: { validate: isSignInName },
    });
}
