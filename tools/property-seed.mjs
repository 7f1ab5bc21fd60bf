// Property tests draw the same cases in every run, so that a red build is a change's own doing.
// `PROPERTY_SEED=random npm run check:tests` looks for new ones; another number draws others.
import fastCheck from 'fast-check';

const given = process.env['PROPERTY_SEED'] ?? '1';
if (given !== 'random') fastCheck.configureGlobal({ seed: Number(given) });
