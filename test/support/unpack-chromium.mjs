// Unpacks every part of the package into TMPDIR, which it takes from the environment of its process and nowhere else.
import { inflate } from '@sparticuz/chromium';
import { resolve } from 'node:path';

const parts = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'];
await Promise.all(parts.map((part) => inflate(resolve('node_modules/@sparticuz/chromium/bin', part))));
