// The checks on a monthly delivery that SQL can express, by DuckDB, on the same delimited files as `kpr check`.
// node checks.mjs FOLDER THREADS MUNICIPALITIES.csv PRACTICETYPES.csv
// Writes one JSON object: seconds for loading and for checking, and findings by rule.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

const [folder, threads, municipalities, practiceTypes] = process.argv.slice(2);
const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
const connection = await (await DuckDBInstance.create(':memory:', { threads })).connect();
const rows = async sql => (await connection.runAndReadAll(sql)).getRows();
const one = async sql => Number((await rows(sql))[0][0] ?? 0);
const text = value => `'${value.replaceAll("'", "''")}'`;

const columns = {
  regning: {
    enkeltregningId: 'UUID', regningsnummer: 'BIGINT', meldingstype: 'VARCHAR', oppgjorsart: 'VARCHAR', fagomraade: 'VARCHAR', praksistype: 'VARCHAR',
    praksisId: 'VARCHAR', praksisOrgNr: 'VARCHAR', praksisKommuneNr: 'VARCHAR', behandlerHpr: 'VARCHAR', behandlerType: 'VARCHAR', dato: 'DATE',
    klokkeslett: 'VARCHAR', kjonn: 'VARCHAR', fodselsaar: 'INTEGER', bostedKommuneNr: 'VARCHAR', bydel: 'VARCHAR', arsakFriEgenandel: 'VARCHAR',
    egenandelStatus: 'VARCHAR', egenandelOre: 'BIGINT', refusjonOre: 'BIGINT', belopOre: 'BIGINT', krediterer: 'UUID', moderasjonskode: 'VARCHAR',
    status: 'VARCHAR', merknader: 'VARCHAR', innsendtTid: 'TIMESTAMP',
  },
  person: { enkeltregningId: 'UUID', fid: 'VARCHAR', typeID: 'VARCHAR', trygdenasjon: 'VARCHAR' },
  diagnose: { enkeltregningId: 'UUID', kodeNr: 'INTEGER', kodeverk: 'VARCHAR', kode: 'VARCHAR' },
  takst: { enkeltregningId: 'UUID', linjeNr: 'INTEGER', takstkode: 'VARCHAR', antall: 'INTEGER', refusjonOre: 'BIGINT', egenandelOre: 'BIGINT' },
};

const started = performance.now();
// Types and columns are stated: a row that has others ends the reading, which is rule K34.
for (const [table, types] of Object.entries(columns)) {
  const stated = Object.entries(types).map(([name, type]) => `${name}: '${type}'`).join(', ');
  await connection.run(`CREATE TABLE ${table} AS SELECT * FROM read_csv(${text(join(folder, `${table}.csv`))}, delim=';', header=true, quote='"', columns={${stated}})`);
}
await connection.run(`CREATE TABLE kommune AS SELECT kommunenr, coalesce(valid_from, DATE '1900-01-01') AS fra, coalesce(valid_to, DATE '9999-12-31') AS til
  FROM read_csv(${text(municipalities)}, delim=';', header=true, columns={kommunenr: 'VARCHAR', navn: 'VARCHAR', valid_from: 'DATE', valid_to: 'DATE', successors: 'VARCHAR', end_reason: 'VARCHAR'})`);
await connection.run(`CREATE TABLE praksistype AS SELECT * FROM read_csv(${text(practiceTypes)}, delim=';', header=true, all_varchar=true)`);
const loaded = performance.now();

const digit = (number, at) => `CAST(substr(${number}, ${at}, 1) AS INTEGER)`;
const sum = (number, weights) => weights.map((weight, at) => `${weight} * ${digit(number, at + 1)}`).join(' + ');
const check = (number, weights, at) => `((11 - (${sum(number, weights)}) % 11) % 11) = ${digit(number, at)}`;
const first = [3, 7, 6, 1, 8, 9, 4, 5, 2];
const second = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
const day = '(CAST(substr(fid, 1, 2) AS INTEGER) % 40)';
const month = '(CAST(substr(fid, 3, 2) AS INTEGER) - 80)';
const from = manifest.periodFrom;
const to = manifest.periodTo;
const total = name => manifest.files.find(file => file.name === `${name}.csv`).rowCount;

const findings = {
  K01: Number(await one('SELECT count(*) FROM regning') !== total('regning')) + Number(await one('SELECT count(*) FROM person') !== total('person'))
    + Number(await one('SELECT count(*) FROM diagnose') !== total('diagnose')) + Number(await one('SELECT count(*) FROM takst') !== total('takst'))
    + Number(await one('SELECT sum(refusjonOre) FROM regning') !== manifest.sumRefund) + Number(await one('SELECT sum(egenandelOre) FROM regning') !== manifest.sumShare),
  K02: await one(`SELECT count(*) FROM regning WHERE dato > '${to}' OR (dato < '${from}' AND innsendtTid < '${from}')`),
  K03: await one('SELECT count(*) FROM (SELECT enkeltregningId FROM regning GROUP BY 1 HAVING count(*) > 1)'),
  K04: await one('SELECT count(*) FROM (SELECT praksisId, regningsnummer FROM regning GROUP BY 1, 2 HAVING count(*) > 1)'),
  K05: await one('SELECT count(*) FROM regning WHERE dato > innsendtTid::DATE OR dato > current_date'),
  K06: await one('SELECT count(*) FROM regning WHERE dato + INTERVAL 6 MONTH < innsendtTid::DATE AND krediterer IS NULL'),
  K07: await one('SELECT count(*) FROM regning ANTI JOIN takst USING (enkeltregningId) WHERE krediterer IS NULL AND refusjonOre > 0'),
  K08: await one('SELECT count(*) FROM regning ANTI JOIN diagnose USING (enkeltregningId) WHERE krediterer IS NULL'),
  K09: await one('SELECT count(*) FROM diagnose ANTI JOIN regning USING (enkeltregningId)') + await one('SELECT count(*) FROM takst ANTI JOIN regning USING (enkeltregningId)')
    + await one('SELECT count(*) FROM person ANTI JOIN regning USING (enkeltregningId)') + await one('SELECT count(*) FROM regning ANTI JOIN person USING (enkeltregningId)'),
  K10: await one("SELECT count(*) FROM diagnose WHERE kodeverk NOT IN ('ICPC-2', 'ICPC-2B', 'ICD-10', 'ICD-DA-3')"),
  K11: await one(`SELECT count(*) FROM diagnose WHERE NOT CASE kodeverk
    WHEN 'ICPC-2' THEN regexp_full_match(kode, '[A-Z-][0-9]{2}') WHEN 'ICPC-2B' THEN regexp_full_match(kode, '[A-Z-][0-9]{2}.{4}')
    WHEN 'ICD-10' THEN regexp_full_match(kode, '[A-Z][0-9]{2}[0-9A-Z]{0,3}') ELSE true END`),
  K12: await one('SELECT count(*) FROM (SELECT enkeltregningId FROM diagnose GROUP BY 1 HAVING min(kodeNr) <> 1 OR max(kodeNr) <> count(*) OR count(DISTINCT kodeNr) <> count(*))'),
  K18: await one('SELECT count(*) FROM takst WHERE antall IS NULL OR antall < 1'),
  K19: await one("SELECT count(*) FROM regning WHERE arsakFriEgenandel IS NOT NULL AND arsakFriEgenandel NOT IN ('A','B','F','G','H','I','J','K','L','M','N','O','R','S','Y','P','W')"),
  K21: await one('SELECT count(*) FROM regning WHERE arsakFriEgenandel IS NOT NULL AND egenandelOre > 0'),
  K22: await one('SELECT count(*) FROM regning WHERE abs(egenandelOre + refusjonOre - belopOre) > 100'),
  K23: await one('SELECT count(*) FROM regning r LEFT JOIN regning k ON r.krediterer = k.enkeltregningId WHERE (r.krediterer IS NULL AND r.refusjonOre < 0) OR (k.enkeltregningId IS NOT NULL AND (r.refusjonOre + k.refusjonOre <> 0 OR k.dato + INTERVAL 3 YEAR < r.dato))'),
  K26: await one('SELECT count(*) FROM regning WHERE praksistype NOT IN (SELECT praksistype FROM praksistype)'),
  K27: await one('SELECT count(*) FROM regning r WHERE NOT EXISTS (SELECT 1 FROM kommune k WHERE k.kommunenr = r.praksisKommuneNr AND r.dato BETWEEN k.fra AND k.til)'),
  K28: await one("SELECT count(*) FROM regning r WHERE bostedKommuneNr NOT IN ('9999', '-1') AND NOT EXISTS (SELECT 1 FROM kommune k WHERE k.kommunenr = r.bostedKommuneNr AND r.dato BETWEEN k.fra AND k.til)"),
  K32: await one('SELECT count(*) FROM regning WHERE year(dato) - fodselsaar NOT BETWEEN 0 AND 125'),
  I01: await one("SELECT count(*) FROM person WHERE fid IS NULL OR fid = ''"),
  I02: await one("SELECT count(*) FROM person WHERE typeID IS NULL OR NOT regexp_full_match(typeID, '[0-9]{1,2}')"),
  I03: await one(`SELECT count(*) FROM person WHERE typeID IN ('1', '2') AND NOT (regexp_full_match(fid, '[0-9]{11}')
    AND try_cast('2000-' || lpad(CAST(${month} AS VARCHAR), 2, '0') || '-' || lpad(CAST(${day} AS VARCHAR), 2, '0') AS DATE) IS NOT NULL
    AND ${check('fid', first, 10)} AND ${check('fid', second, 11)})`),
  I10: await one(`SELECT count(*) FROM person WHERE typeID IN ('1', '2') AND ${month} NOT BETWEEN 1 AND 12`),
  I26: await one("SELECT count(*) FROM regning WHERE behandlerHpr IS NOT NULL AND NOT regexp_full_match(behandlerHpr, '0*[1-9][0-9]*')"),
  I27: await one(`SELECT count(*) FROM regning WHERE praksisOrgNr IS NOT NULL AND NOT (regexp_full_match(praksisOrgNr, '[0-9]{9}') AND ${check('praksisOrgNr', [3, 2, 7, 6, 5, 4, 3, 2], 9)})`),
};
const done = performance.now();
console.log(JSON.stringify({ load: (loaded - started) / 1000, check: (done - loaded) / 1000, claims: await one('SELECT count(*) FROM regning'), findings }));
