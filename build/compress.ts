/** `node build/compress.ts <folder>`: puts a .br and a .gz beside every file that travels better that way. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const TEXT = new Set(['.js', '.css', '.svg', '.json', '.txt', '.webmanifest']);
/** Below this a packet carries it anyway. */
const WORTHWHILE_BYTES = 1024;

const folder = process.argv[2] ?? '.';
for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  if (!TEXT.has(extname(name))) continue;
  const content = readFileSync(join(folder, name));
  if (content.length < WORTHWHILE_BYTES) continue;
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  writeFileSync(join(folder, `${name}.br`), brotliCompressSync(content, { params }));
  writeFileSync(join(folder, `${name}.gz`), gzipSync(content, { level: 9 }));
}
