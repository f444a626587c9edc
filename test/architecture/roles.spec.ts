import pg from 'pg';
import { databaseUrls } from '../../backend/database/database-urls.js';
import { makeRoles } from '../../backend/database/roles.js';
import { emptyDatabase } from '../support/database.js';

test('servers of several databases that start at once on one cluster all get their roles', async () => {
  const databases = await Promise.all(
    ['one', 'two', 'three', 'four', 'five', 'six'].map((name) => emptyDatabase(`roles_at_once_${name}`)),
  );
  const made = await Promise.allSettled(
    databases.map(async (url) => {
      const owner = new pg.Client({ connectionString: url });
      await owner.connect();
      try {
        for (let times = 0; times < 5; times += 1) await makeRoles(owner, databaseUrls(url).runtime);
      } finally {
        await owner.end();
      }
    }),
  );
  expect(made.filter(({ status }) => status === 'rejected')).toEqual([]);
});
