PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE schema_history(
  number     INTEGER PRIMARY KEY,  -- of the migration, from 1
  name       TEXT NOT NULL,
  checksum   TEXT NOT NULL,        -- SHA-256 of the migration's SQL
  program    TEXT NOT NULL,        -- version that applied it
  applied_at TEXT NOT NULL         -- UTC, ISO 8601
) STRICT;
INSERT INTO schema_history VALUES(1,'initial','8df1d439d93e305b18c6918883f56f5fef3b77b00cf33bfe34ce5a78b626aef7','0.1.0','2026-11-25T15:25:47Z');
CREATE TABLE sqlar(
  name  TEXT PRIMARY KEY,  -- originals/UID.FORMAT
  mode  INT,               -- access permissions
  mtime INT,               -- publication time as seconds since 1970, 0 where unknown
  sz    INT,               -- original size in bytes
  data  BLOB               -- zlib-compressed where that is smaller, else as it is
);
CREATE TABLE article(
  id              INTEGER PRIMARY KEY AUTOINCREMENT,  -- never reused
  uid             TEXT NOT NULL UNIQUE CHECK(length(uid) = 16),  -- first 16 hex digits of original_sha256
  original_sha256 TEXT NOT NULL,
  original        TEXT,            -- sqlar.name; NULL where originals are kept elsewhere
  format          TEXT NOT NULL,   -- reader that took it: txt, md, json, jsonl
  given_id        TEXT,            -- id that the input carried
  title           TEXT,
  source          TEXT,            -- outlet, as given
  url             TEXT,
  published       TEXT,            -- ISO 8601 day or time; NULL where unknown
  language        TEXT NOT NULL,   -- ko, en, und
  text            TEXT NOT NULL,   -- NFC, \n line ends; offsets count its code points from 0
  text_sha256     TEXT NOT NULL
) STRICT;
INSERT INTO article VALUES(1,'35d3eff110a6b623','35d3eff110a6b623809678e2737e05b72d5112ab77bf7196c4473424ca905b63',NULL,'txt',NULL,'샘 알트만 "AI 규제, 기술이 아니라 쓰임새를 봐야"…서울서 창업가들 만나','가온통신',NULL,'2023-06-09T17:42:00+09:00','ko',replace('샘 알트만 "AI 규제, 기술이 아니라 쓰임새를 봐야"…서울서 창업가들 만나\n\n입력 2023.06.09 17:42\n\n[서울=가온통신] 도윤슬 기자 = 챗GPT를 만든 오픈AI의 샘 알트만 대표가 9일 서울 여의도에서 국내 창업가 100여 명과 마주 앉았다. 중소벤처기업부가 마련한 자리로, 공동 창업자인 그렉 브록만도 함께했다.\n\n알트만 대표는 규제를 묻는 말에 "규제가 필요하다는 데는 동의한다. 그러나 혁신을 멈춰 세우는 규제여서는 곤란하다"고 말했다. 그는 "기술 자체를 묶을 것이 아니라 그 기술이 어디에 쓰이는지를 보고 분야마다 규칙을 달리 정해야 한다"며 "쓰임새를 이해하는 일이 먼저"라고 강조했다.\n\n▲ 9일 서울 여의도 63스퀘어에서 열린 간담회에서 샘 알트만 오픈AI 대표가 질문을 듣고 있다. (사진=가온통신)\n\n브록만 공동 창업자는 순서를 이야기했다. 그는 "작은 데서 시작해 결과를 지켜보고 한 걸음씩 맞춰 가는 수밖에 없다"며 "어떤 규칙을 둘지는 사회가 합의할 일이고, 정부와 기업이 저마다 할 몫이 크다"고 설명했다.\n\n알트만 대표는 한국과의 협력에 대해서는 "한국 기업에 투자하고 반도체도 함께 개발하기를 바란다"고 밝혔다. 이어 "훌륭한 창업가가 많은 나라"라며 "사무소를 여는 것도 생각하고 있다"고 덧붙였다.\n\n이영 중소벤처기업부 장관은 "오픈AI와 직접 손잡을 길을 찾았다는 데 뜻이 있다"며 "국내 인공지능 창업기업이 한데 모이는 연맹을 꾸리겠다"고 말했다. 이 장관은 반도체 설계 기업과의 협력도 오픈AI와 논의했다고 전했다.\n\n간담회에 참석한 한 창업가는 "기대보다 구체적인 답을 들었다"고 말했다.\n\n도윤슬 기자 seul@gaon.example\n<저작권자 ⓒ 가온통신, 무단 전재 및 재배포 금지>\n','\n',char(10)),'35d3eff110a6b623809678e2737e05b72d5112ab77bf7196c4473424ca905b63');
INSERT INTO article VALUES(2,'e2c4417902423a58','e2c4417902423a58d21edd6bc7a8f7b00f1836884db0baa4f0ae493cb7e55031',NULL,'jsonl','sy-230610-02','샘 알트만 "AI 규제, 기술이 아니라 쓰임새를 봐야"','서연경제','https://seoyeon.example/230610-02','2023-06-10','ko',replace('샘 알트만 "AI 규제, 기술이 아니라 쓰임새를 봐야"\n\n챗GPT를 만든 오픈AI의 샘 알트만 대표가 9일 서울 여의도에서 국내 창업가 100여 명과 마주 앉았다. 중소벤처기업부가 마련한 자리로, 공동 창업자인 그렉 브록만도 함께했다.\n\n알트만 대표는 규제를 묻는 말에 "규제가 필요하다는 데는 동의한다. 그러나 혁신을 멈춰 세우는 규제여서는 곤란하다"고 말했다. 그는 "기술 자체를 묶을 것이 아니라 그 기술이 어디에 쓰이는지를 보고 분야마다 규칙을 달리 정해야 한다"며 "쓰임새를 이해하는 일이 먼저"라고 강조했다.\n\n브록만 공동 창업자는 순서를 이야기했다. 그는 "작은 데서 시작해 결과를 지켜보고 한 걸음씩 맞춰 가는 수밖에 없다"며 "어떤 규칙을 둘지는 사회가 합의할 일이고, 정부와 기업이 저마다 할 몫이 크다"고 설명했다.\n\n[가온통신]','\n',char(10)),'ff5ba918339eea101d852a44dd54eb092f5d4ad1cba0b630e20ccca476bdfda0');
CREATE TABLE author(
  article_id INTEGER NOT NULL REFERENCES article(id),
  position   INTEGER NOT NULL,  -- from 0
  name       TEXT NOT NULL,
  PRIMARY KEY(article_id, position)
) STRICT, WITHOUT ROWID;
INSERT INTO author VALUES(1,0,'도윤슬');
INSERT INTO author VALUES(2,0,'가온통신');
CREATE TABLE location(
  article_id INTEGER NOT NULL REFERENCES article(id),
  path       TEXT NOT NULL,     -- relative to the ingested root
  record     INTEGER NOT NULL,  -- record of a container, from 1; 0: the whole file
  PRIMARY KEY(article_id, path, record)
) STRICT, WITHOUT ROWID;
INSERT INTO location VALUES(1,'20230609-openai-meets-startups.txt',0);
INSERT INTO location VALUES(2,'wire.jsonl',1);
CREATE TABLE run(
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  started_at  TEXT NOT NULL,  -- UTC, ISO 8601
  finished_at TEXT,           -- NULL: interrupted
  program     TEXT NOT NULL,  -- version
  added       INTEGER NOT NULL DEFAULT 0,
  known       INTEGER NOT NULL DEFAULT 0,
  refused     INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO run VALUES(1,'2026-11-25T15:25:47Z','2026-11-25T15:25:47Z','0.1.0',2,0,0);
CREATE TABLE arrival(
  article_id INTEGER PRIMARY KEY REFERENCES article(id),
  run_id     INTEGER NOT NULL REFERENCES run(id),
  added_at   TEXT NOT NULL   -- UTC, ISO 8601
) STRICT;
INSERT INTO arrival VALUES(1,1,'2026-11-25T15:25:47Z');
INSERT INTO arrival VALUES(2,1,'2026-11-25T15:25:47Z');
CREATE TABLE problem(
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  path       TEXT NOT NULL,
  record     INTEGER NOT NULL,  -- 0: the whole input
  kind       TEXT NOT NULL,     -- bad-input, unreadable, not-found, too-large …
  message    TEXT NOT NULL,
  place      TEXT,              -- line or byte, where it is known
  first_seen TEXT NOT NULL,     -- UTC, ISO 8601
  last_seen  TEXT NOT NULL,
  UNIQUE(path, record, kind)
) STRICT;
CREATE TABLE paragraph(
  id         INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES article(id),
  kind       TEXT NOT NULL CHECK(kind IN ('title', 'headline', 'subhead', 'body', 'caption', 'list', 'other')),
  start      INTEGER NOT NULL,  -- code points; 0 and 0 for kind 'title'
  end        INTEGER NOT NULL
) STRICT;
INSERT INTO paragraph VALUES(1,1,'headline',0,42);
INSERT INTO paragraph VALUES(2,1,'other',44,63);
INSERT INTO paragraph VALUES(3,1,'body',65,183);
INSERT INTO paragraph VALUES(4,1,'body',185,342);
INSERT INTO paragraph VALUES(5,1,'caption',344,408);
INSERT INTO paragraph VALUES(6,1,'body',410,529);
INSERT INTO paragraph VALUES(7,1,'body',531,640);
INSERT INTO paragraph VALUES(8,1,'body',642,765);
INSERT INTO paragraph VALUES(9,1,'body',767,807);
INSERT INTO paragraph VALUES(10,1,'other',809,833);
INSERT INTO paragraph VALUES(11,1,'other',834,863);
INSERT INTO paragraph VALUES(12,2,'headline',0,30);
INSERT INTO paragraph VALUES(13,2,'body',32,131);
INSERT INTO paragraph VALUES(14,2,'body',133,290);
INSERT INTO paragraph VALUES(15,2,'body',292,411);
INSERT INTO paragraph VALUES(16,2,'subhead',413,419);
PRAGMA writable_schema=ON;
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','paragraph_index','paragraph_index',0,'CREATE VIRTUAL TABLE paragraph_index USING fts5(
  terms, content=''paragraph_terms'', content_rowid=''id'', tokenize=''unicode61 remove_diacritics 2'')');
CREATE TABLE IF NOT EXISTS 'paragraph_index_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO paragraph_index_data VALUES(1,X'108450');
INSERT INTO paragraph_index_data VALUES(10,X'000000000101010001010101');
INSERT INTO paragraph_index_data VALUES(137438953473,X'00000cb603303036020204020139020205010331303003021f0a0218020137020206010432303233020203010234320202070102363305020701013903021502020208020e0102616901020502020e02021503040c2e04020501020701076578616d706c650a0207010467616f6e0a02060202707403020a0a020301047365756c0a02050106eab080eab0800702260403eb8a9406021c03020a06021c050293a40102130403ec98a803020302021d060205050202030481ed9598070230030484eb8bb405020d040202030495eca1b004024a0a024a03049cebb09c0702180205b1b8ec9d8c0602190902190205b283eb8f8407022e0403ec9db404022a0a022a0304a0eb8ba40802280304b0eab3bc0602130902130202b3a004022202023501041e170102290102140502220102350304a4eb9e8004021f0a021f0304b5eb8f990302300302040702290202040403eca78008021b0304bceba5bc0602140902140403ec9d980702080102340205b480ec9d8008040a260205b5acecb2b409020e0304adeab3bc0702070403eb82b403021c0502190502150205b68cec9e900b02040205b79ceca09c010206030606061308020602060606130502b99904023a02022208023a0102220301b804022d0a022d0403eb8a9404022502020e08022501020e05029fac0402140a02140502a0890302340a022d0205b888eca7800b020d0304b0eb8c8009020b0502a5bc07021b0403ec88a00102070304260a0802070204260a0502978503022903022e01020f0106071a1505022202022e05029e900302080702040403ed968806020c09020c0304b8ec9d840802110205bb98ed96880302390a02320205beb8eba6ac0802260106eb8298eb9dbc070228020585bcec9d9808023a02058a94eca7800402340a023402058b88eb9dbc01020a03022c08020a02022c0304a4eab3a008023d0403eb8a9404020f04021406020f0304aceba6ac04023c0a023c0304b4ed9a8c05020e0402030304b5ec9d8409021102058c80ebb3b409020c0403ed919c03021301020401021602020406020c010204050295b407020b02058da7ebb6990702340301b00802150403eb8a940402100a02100403ec849c06021009021002058f84ec979003021a0a021305029ca40302060702020502b2b4070215010230030499ec9d980402110a021102059198eca780060224090224020593a3eab3a005021a0304a4ec978809021202059494ec97900402310a023102059cbbec9db408021602059dbceab3a00402490a02490403eba9b007022902059e80eb8ba407021d0403ed95980402200a022002059faceb82980402150a02150205a0a5eb8f840802360403ec979007020a0304a8ed959c03022d0a02260205a19deba78c03023603020307022f0202030205a5aded959c0702230301bc03020b0a02040205a6aceab2a00802270403eba19c03022f0a02280205a788eb8ba40402390202310802390102310502a0a803022c0a02250403eca3bc0302220a021b03048ceb829801021405028f840302370a0230050293a003020c0a020503048eec9d80070227030490ec97900402090a02090403ed968804022304022a01021505022303049eecb6b006021b09021b0304b9ec9d840802250205a8bceca0800402480a02480205a988ecb6b00402180a02180301b00402400202200202180602400102200205aa85eab3bc0302210a021a0403ed96880602370902370304a8ec9db40802220304abec9db40602330902330205acb4eb8ba80b02080403ec868c07022b0304b6ec9d840402290a02290304b8ec9d840502190304bbeb8a940402080a02080202b08f0b020a030494eb9e8007021c030496ec979006021e09021e030498eb8f8407021401022f03049ced959807021903049ded989407021f0304b0ed8fac0b020c0205b2a4ecb2980302270502050502200205b3b4eab3a00402360202170802360102170403eb8ba409020d0205b490ec95bc01020e0b020e0205b680eab08003022b0a02240403ec998006022d09022d030484ec95bc0402370a0237030499ec98800702350205b88ceba19d03023503020207022e0202020106ec82acebacb407022a0403eca78405021c0403ed9a8c06022609022602058388eba5bc01020d03024308020d02024303019801020202021002021107020201020903049deab08107022f0205849ceb8a9404021e03020d07021e0502a5bc0602090902090403ec9ab801020f0204021702020408021003049ded959c0902060304a4eab3840802310403ebaa850602360902360304b8ec9ab00402190a02190205868ceba5bc07022c0502b2a403022605020405021f030490ec9ea108020f02058898ebb09606021d09021d03049cec849c0602080902080304a0ec9db401020803022f08020802022f02058aa4ed809805020802058b9cec9e910602110902110304a0ec9d840402170a0217020593b0ec9db40402320a023205029e8401020b03024108020b02024102059584eb8b8801020903022b08020902022b030489ec95980302230a021c03048ced8ab801020302021101020201021202020205020301020a010202030498eb8ba403022405021305021d0304bceab8b006020b09020b0403eba7880402380a0238020596b4eb94940402300a0230050296a40602210902210403ec979005020a02059785eab08001021202021e0402250202090402170502b3bc0802330502b8b008021e0403ebb68003022a0502080502230403ec979007021005029db406022f02022007022f05029e9003023203020607022b020206030486eb8ba406021f09021f030488eb8ba4090213030490ec849c03021b02040b070802140301ac0302200a02190403eb8a9407022d0403ec849c04021d0a021d05029d980302180202050802110304b0eba7b90802240304b4eba6b005020c02059880eb8ba40702360304a4ed948803020d02021403040b2e0502060304a8ed86b503020402021e0602060502030202998008040d2e02059a94ed959804020d0a020d0304b0eb8a9404021a0a021a0304b8ec849c01021002059ca4ec8aac03020707020302059d8cec94a906021a09021a03019803020f0a02080403eb8f840302190202060802120403ed959c0402120a02120601a00602290902290502968808023b0301b408022c0403eab3a006022b09022b0403eb8a940402330402230602330403ec95bc06020a09020a050296b4070221050298810802020403ed95b40402440a02440304b8eab3b508021a0301bc03021602020308020f0403ec9db404024702022a08024701022a02059e84ec838801020c03024208020c020242030485eba0a5020202030488eb8ba405021b020232010217030490eb8a940602070902070502a6ac03022e0a02270403ec9db80302330a022c0502b2b40402270a02270403ed9598070212030491eab68c0b02030403ec9d8006020f09020f0403ed95b40602120902120304a1ec9d840802100304a5eab480080409260304acebb0b00b020b0205a080eba7880602300902300403ec9e910b0202030481ec9db8090210030484ec9eac0b02090403ed968808023e030495ebb68006022c09022c0403ed95b404023d0a023d03049ceab08004020b0a020b0403eba5bc0402070a02070403ec97ac04021c0a021c0205a1b0ed968804024b0a024b0205a491ec868c03022505020305021e0205a780eb8a940602250902250601a508021c0502a5bc0402350a02350403ecbc9c060215090215030481eca09108020e030488ebacb80502180205b0b8ec849d0902050304bdec978501021102041d1603020501022401021d010208040416160202050304beec95980802120202b1970302090a02020205b298eab8b00302280502060502210304b4eb8f840702160502a5bc0402280a02280403eca08109020f0205b999ec9d8404023b02022308023b0102230205bc9cebb3b40602160902160106ed8098ec96b4050209020581aceb8ba4060234090234020586b5ec8ba003020502021f060207050204020588acec9e9007021102058ab8eba78c01020402021201020301021302020305020401020b0102030205919ceab08003021402021708020d0403eb8a9404020503020507020502059584ec9a9404020c0a020c030498eab3a0070413200502b8b007021a0403eb8a940402460a024605028ba404040e150a040e1503019c0602180302070602180403eab5ad0704060a0403eb8ba40404132e0a04132e05028db00802210301a00602320902320304a8eabb980302380402170602310304a9ec9d980602280902280304b4ec849c07020c050295bc04023e0a023e0403ed95980402450a024502059688eb8ba403023a0104242a02040d2d02062b13050102160402330104242a01040d2d02059881ec8ba00402160a0216030491eba0a5070209010235030494eb8ba407022002059a8ceab0800602270902270403ec979005020f04020402059b8ceba5ad0702220407060b060907070c170c090a090b0e0711090c0c090d0a0b090c1a0c12080c0b0b0a090e0a171009110a0a0a090713180a0b090d0a0b0a0d13090e0c0c090a17070a060b0b0d0a0a0c0d0a090d0a0d080a0b0d0a080c130a090a0b130a0b090a0a090c110c090d0d120d0b090c0a080c090c07090c0c0909091013080d0d0b0c09130b080b131209100a1209090b0c0a0d090d0c120a0d0c0d10130c1e0f0c0b0d0a081607070e080d100c091009080b0d09090a1312080d0c090d0d090e0b0907060b0e0b07070b090c1113090f0c0a0b0a08090b0b090a090d080909080c0b0c0b0b0d100d060a0b09090a20090a10090a08130d0b0d130a1f100e0d0a070b0c0c090d07090f0c090a0b250d0c090d0b');
CREATE TABLE IF NOT EXISTS 'paragraph_index_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO paragraph_index_idx VALUES(1,X'',2);
CREATE TABLE IF NOT EXISTS 'paragraph_index_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
INSERT INTO paragraph_index_docsize VALUES(1,X'13');
INSERT INTO paragraph_index_docsize VALUES(2,X'06');
INSERT INTO paragraph_index_docsize VALUES(3,X'39');
INSERT INTO paragraph_index_docsize VALUES(4,X'4b');
INSERT INTO paragraph_index_docsize VALUES(5,X'1e');
INSERT INTO paragraph_index_docsize VALUES(6,X'37');
INSERT INTO paragraph_index_docsize VALUES(7,X'35');
INSERT INTO paragraph_index_docsize VALUES(8,X'3e');
INSERT INTO paragraph_index_docsize VALUES(9,X'15');
INSERT INTO paragraph_index_docsize VALUES(10,X'06');
INSERT INTO paragraph_index_docsize VALUES(11,X'0c');
INSERT INTO paragraph_index_docsize VALUES(12,X'0d');
INSERT INTO paragraph_index_docsize VALUES(13,X'32');
INSERT INTO paragraph_index_docsize VALUES(14,X'4b');
INSERT INTO paragraph_index_docsize VALUES(15,X'37');
INSERT INTO paragraph_index_docsize VALUES(16,X'03');
CREATE TABLE IF NOT EXISTS 'paragraph_index_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO paragraph_index_config VALUES('version',4);
CREATE TABLE rule(
  id              TEXT PRIMARY KEY,
  layer           TEXT NOT NULL,
  pattern         TEXT NOT NULL,
  emits           TEXT NOT NULL,
  confidence      REAL NOT NULL,
  example         TEXT NOT NULL,
  counter_example TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO rule VALUES('clause.according','according','(…에 따르면 and the rest of the sentence)','clause',0.84999999999999997779,'경찰에 따르면 숲에서 불이 났다.','박서준 대표는 숲에서 나무를 심었다.');
INSERT INTO rule VALUES('clause.bare','after_clause_bare','*{0,1} v:@report','clause',0.88000000000000000444,'박서준 대표는 숲이 넓어질 것이라 말했다.','숲이 넓어질 것이라 기쁘다.');
INSERT INTO rule VALUES('clause.go_any','after_clause_go','(…다고 and any other verb, where a sure speaker heads the clause)','sure',0.69999999999999995559,'박서준 대표는 숲을 지키겠다고 손사래를 쳤다.','비가 온다고 길이 막히지는 않는다.');
INSERT INTO rule VALUES('clause.go_ha','after_clause_go','*{0,1} v:@say_ha','clause',0.9000000000000000222,'박서준 대표는 숲을 지키겠다고 했다.','비가 온다고 해도 길은 막히지 않는다.');
INSERT INTO rule VALUES('clause.go_noun','after_clause_go','*{0,3} v:@report_noun','beside',0.75,'박서준 대표는 숲을 지키겠다고 각오를 다졌다.','비가 온다고 길이 막히지는 않는다.');
INSERT INTO rule VALUES('clause.go_report','after_clause_go','*{0,8} v:@report','clause',0.93000000000000004884,'박서준 대표는 숲을 지키겠다고 말했다.','비가 온다고 길이 막히지는 않는다.');
INSERT INTO rule VALUES('clause.go_weak','after_clause_go','*{0,3} v:@report_weak','beside',0.8000000000000000444,'박서준 대표는 숲이 중요하다고 봤다.','비가 온다고 길이 막히지는 않는다.');
INSERT INTO rule VALUES('clause.judge','after_thing','v:=보고 =있다|=있습니다','named',0.75,'박서준 대표는 숲이 더 넓어진 것으로 보고 있다.','숲은 더 넓어진 것으로 보인다.');
INSERT INTO rule VALUES('clause.judged','after_thing','v:=본다|=봤다|=보았다|=봤습니다','named',0.75,'박서준 대표는 숲이 더 넓어진 것으로 봤다.','숲은 더 넓어진 것으로 보인다.');
INSERT INTO rule VALUES('clause.myeo','after_clause_myeo','*{0,10} v:@report','clause',0.9000000000000000222,'박서준 대표는 숲을 지키겠다며 도움을 요청했다.','숲을 지나며 노래를 불렀다.');
INSERT INTO rule VALUES('clause.myeo_bare','after_clause_myeo','(…다며: the particle alone)','beside',0.75,'박서준 대표는 숲을 지키겠다며 자리를 떴다.','숲을 지나며 노래를 불렀다.');
INSERT INTO rule VALUES('clause.neun_noun','after_clause_neun','*{0,1} v:@report_noun','named',0.84999999999999997779,'박서준 대표는 숲을 지키겠다는 입장이다.','숲이라는 말은 여기서 나왔다.');
INSERT INTO rule VALUES('clause.neun_point','after_clause_neun','=점을|=점도|=데 *{0,2} v:@report','beside',0.75,'박서준 대표는 숲이 줄었다는 점을 지적했다.','숲이 줄었다는 점이 아쉽다.');
INSERT INTO rule VALUES('clause.neun_report','after_clause_neun','*{0,1} @report_noun *{0,2} v:@report','clause',0.86999999999999999555,'박서준 대표는 숲을 지키겠다는 뜻을 밝혔다.','숲을 지키겠다는 뜻이 담겼다.');
INSERT INTO rule VALUES('clause.neun_thing','after_clause_neun','=것이|=게 *{0,3} v:@report_noun','beside',0.8000000000000000444,'숲을 지켜야 한다는 게 박서준 대표의 설명이다.','숲을 지켜야 한다는 것은 누구나 안다.');
INSERT INTO rule VALUES('clause.predict','after_thing','*{0,2} v:%predict&@report','named',0.84999999999999997779,'박서준 대표는 숲이 더 넓어질 것으로 내다봤다.','숲은 더 넓어질 것으로 보인다.');
INSERT INTO rule VALUES('direct.and_such','after_mark','=등|=등의 *{0,2} v:@report_noun','utterance',0.75,'주민들은 “숲을 지켜야 한다” 등의 의견을 냈다.','모임은 “푸른 숲” 등의 노래를 불렀다.');
INSERT INTO rule VALUES('direct.answer','answer','(a line without marks behind a question or a label, in an interview or transcript)','whole',0.75,'박서준 대표를 만났다.\nQ. 숲은 어떤가.\nA. 숲은 좋다. 박서준이라는 이름도 숲에서 왔다.\nQ. 물은 어떤가.\nA. 물도 좋다.','박서준 대표를 만났다.\n숲은 좋다.\n물도 좋다.');
INSERT INTO rule VALUES('direct.ending_outside','ending_outside','(“…전해왔”다고: only the ending stands outside the marks)','direct',0.84999999999999997779,'박서준 대표는 “올해 안에 숲을 모두 지키겠”다고 말했다.','모임은 “푸른 숲”으로 불린다.');
INSERT INTO rule VALUES('direct.go','after_mark','^go','direct',0.84999999999999997779,'박서준 대표는 “숲을 지키자”고 고개를 숙였다.','모임은 “푸른 숲”으로 불린다.');
INSERT INTO rule VALUES('direct.go_ha','after_mark','^go *{0,1} v:@say_ha','direct',0.94999999999999995559,'박서준 대표는 “숲을 지키자”고 했다.','모임은 “푸른 숲”으로 불린다.');
INSERT INTO rule VALUES('direct.go_noun','after_mark','^go *{0,6} v:@report_noun','direct',0.9000000000000000222,'박서준 대표는 “숲을 지키자”고 각오를 새겼다.','모임은 “푸른 숲”으로 불린다.');
INSERT INTO rule VALUES('direct.go_report','after_mark','^go *{0,12} v:@report','direct',0.96999999999999997335,'박서준 대표는 “숲을 지키자”고 말했다.','모임은 “푸른 숲”으로 불린다.');
INSERT INTO rule VALUES('direct.go_weak','after_mark','^go *{0,8} v:@report_weak|@hearsay','direct',0.9000000000000000222,'박서준 대표는 “숲을 지키자”고 봤다.','모임은 “푸른 숲”으로 불린다.');
INSERT INTO rule VALUES('direct.headline','headline','(“…” in a headline or subhead, no word glued behind)','direct',0.84999999999999997779,'박서준 대표 “숲을 지키자”\n박서준 대표는 9일 숲을 찾아 나무를 심었다. 행사는 두 시간 동안 이어졌다.','푸른 숲 축제 열려\n박서준 대표는 9일 숲을 찾아 나무를 심었다.');
INSERT INTO rule VALUES('direct.myeo','after_mark','^myeo','direct',0.94999999999999995559,'박서준 대표는 “숲을 지키자”며 자리를 떴다.','모임은 “푸른 숲”으로 불린다.');
INSERT INTO rule VALUES('direct.neun_claim','after_mark','^neun *{0,1} v:@report_noun&%claim|@report_noun&%explain|@report_noun&%deny','direct',0.84999999999999997779,'박서준 대표는 “단순한 실수”라는 입장이다.','모임은 “푸른 숲”이라는 글을 걸었다.');
INSERT INTO rule VALUES('direct.neun_noun','after_mark','^neun *{0,3} v:@report_noun|@report_noun_weak','utterance',0.9000000000000000222,'박서준 대표는 “숲을 지키자”는 뜻을 밝혔다.','모임은 “푸른 숲”이라는 이름으로 열렸다.');
INSERT INTO rule VALUES('direct.neun_thing','after_mark','^neun =것|=게|=것이다|=것을','utterance',0.69999999999999995559,'박서준 대표는 “숲을 지켜야 한다”는 것이다.','모임은 “푸른 숲”이라는 이름으로 열렸다.');
INSERT INTO rule VALUES('direct.noun','after_mark','v:@report_noun','utterance',0.75,'박서준 대표의 “숲을 지켜야 한다” 발언이 화제다.','모임은 “푸른 숲” 축제를 연다.');
INSERT INTO rule VALUES('direct.obj','after_mark','^obj *{0,3} v:@report','utterance',0.69999999999999995559,'박서준 대표는 “숲을 꼭 지켜 달라”를 거듭 당부했다.','회사는 “숲”을 발표했다.');
INSERT INTO rule VALUES('direct.row','row','(a marked sentence, a comma, and marks that a particle or noun shows to be speech)','utterance',0.8000000000000000444,'주민들은 “숲을 지켜야 한다”, “물도 지켜야 한다”고 말했다.','모임은 “푸른 숲”, “맑은 물”로 불린다.');
INSERT INTO rule VALUES('direct.single_go','after_single','^go *{0,8} v:@report','direct',0.92000000000000003996,'박서준 대표는 ‘숲을 지키자’고 말했다.','모임은 ‘푸른 숲’으로 불린다.');
INSERT INTO rule VALUES('direct.single_go_noun','after_single','^go *{0,4} v:@report_noun|@report_weak','utterance',0.8000000000000000444,'박서준 대표는 ‘숲을 지키자’고 소감을 남겼다.','모임은 ‘푸른 숲’이라고 한다.');
INSERT INTO rule VALUES('direct.single_ha','after_single','^go *{0,1} v:@say_ha','utterance',0.84999999999999997779,'박서준 대표는 ‘숲을 지키자’고 했다.','모임은 ‘푸른 숲’으로 불린다.');
INSERT INTO rule VALUES('direct.single_myeo','after_single','^myeo','utterance',0.84999999999999997779,'박서준 대표는 ‘숲을 지키자’며 자리를 떴다.','모임은 ‘푸른 숲’이며 회원은 열 명이다.');
INSERT INTO rule VALUES('direct.single_neun','after_single','^neun *{0,2} v:@report_noun','utterance',0.84999999999999997779,'박서준 대표는 ‘숲을 지키자’는 뜻을 밝혔다.','모임은 ‘푸른 숲’이라는 이름으로 열렸다.');
INSERT INTO rule VALUES('direct.single_neun_claim','after_single','^neun *{0,1} v:@report_noun&%claim|@report_noun&%explain|@report_noun&%deny','direct',0.8000000000000000444,'박서준 대표는 ‘단순한 실수’라는 입장이다.','모임은 ‘푸른 숲’이라는 글을 걸었다.');
INSERT INTO rule VALUES('direct.whole','alone','(a marked sentence that is a whole sentence or line)','whole',0.69999999999999995559,'박서준 대표는 9일 숲을 찾았다.\n“올해 안에 숲을 모두 지키겠습니다.”','박서준 대표는 9일 “푸른 숲”을 찾았다.');
INSERT INTO rule VALUES('direct.written_text','after_mark','^go =쓴|=적은|=남긴|=올린 *{0,1} v:@report_noun','utterance',0.84999999999999997779,'박서준 대표는 “숲을 지키자”고 쓴 편지를 읽었다.','박서준 대표는 “숲을 지키자”고 쓴 천을 걸었다.');
INSERT INTO rule VALUES('en_clause.according','en_quotation','(according to X, …; …, according to X)','clause',0.84999999999999997779,'According to Anna Miller, the forest would stay open.','The work went according to plan.');
INSERT INTO rule VALUES('en_clause.around','en_quotation','(…, X said, …)','clause',0.75,'The forest, Anna Miller said, would stay open all winter.','The forest, a large one, would stay open all winter.');
INSERT INTO rule VALUES('en_clause.before','en_quotation','(…, X said)','clause',0.84999999999999997779,'The forest would stay open all winter, Anna Miller said.','The forest, Anna Miller knew, was closed.');
INSERT INTO rule VALUES('en_clause.behind','en_quotation','(X said that …; X said …)','clause',0.9000000000000000222,'Anna Miller said that the forest would stay open.','Anna Miller walked to the forest.');
INSERT INTO rule VALUES('en_direct.after_frame','en_quotation','(X said, “…”; X said: “…”)','direct',0.94999999999999995559,'Anna Miller said: “The forest stays open to everyone.”','Anna Miller walked to the “Green Door” cafe.');
INSERT INTO rule VALUES('en_direct.alone','en_quotation','(a marked sentence; the speaker goes on)','direct',0.75,'“The forest stays open,” Anna Miller said. “Nobody will be turned away.”','The sign above the “Green Door” cafe was new.');
INSERT INTO rule VALUES('en_direct.before_frame','en_quotation','(“…,” X said; “…,” said X)','direct',0.95999999999999996447,'“The forest stays open to everyone,” Anna Miller said.','Anna Miller walked to the “Green Door” cafe.');
INSERT INTO rule VALUES('en_direct.colon','en_quotation','(a sentence, a colon and marked words)','direct',0.8000000000000000444,'Anna Miller was blunt: “The forest stays open to everyone.”','Anna Miller walked to the “Green Door” cafe.');
INSERT INTO rule VALUES('en_direct.signed','en_quotation','(“…” — X)','direct',0.9000000000000000222,'“The forest stays open to everyone.” — Anna Miller','Anna Miller walked to the “Green Door” cafe.');
INSERT INTO rule VALUES('en_event.noun_at','event','(such a noun behind a preposition)','type',0.4500000000000000111,'Anna Miller spoke at a news conference in London on Friday.','Anna Miller read about news conferences.');
INSERT INTO rule VALUES('en_event.noun_dated','event','(such a noun in a sentence with a day)','type',0.4000000000000000222,'The news conference of Anna Miller in London on Friday was short.','Anna Miller read about news conferences.');
INSERT INTO rule VALUES('en_event.noun_held','event','(an English noun of the list near a verb that carries it)','type',0.5500000000000000444,'Anna Miller held a news conference in London on Friday.','Anna Miller read about news conferences.');
INSERT INTO rule VALUES('en_event.verb','event','(an English verb of the list in the past)','type',0.5,'Anna Miller met Robert Stone in London on Friday.','Anna Miller might have met Robert Stone.');
INSERT INTO rule VALUES('event.noun_at','event','(such a noun with 에서, or 뒤: 기자회견에서)','type',0.5500000000000000444,'박서준 대표는 지난 3일 기자회견에서 눈물을 보였다.','박서준 대표는 기자회견 자료를 읽었다.');
INSERT INTO rule VALUES('event.noun_dated','event','(such a noun in a sentence with a day)','type',0.4000000000000000222,'박서준 대표와 김하늘 장관의 회담은 지난 3일 부산시청에서 두 시간 동안 이어졌다.','박서준 대표는 간담회 자료를 읽었다.');
INSERT INTO rule VALUES('event.noun_held','event','(a noun of the list and a verb that carries it: 간담회를 열었다, 간담회에 참석했다)','type',0.59999999999999997779,'박서준 대표는 지난 3일 부산시청에서 간담회를 열었다.','박서준 대표는 간담회 자료를 읽었다.');
INSERT INTO rule VALUES('event.verb','event','(a verb of the trigger list, past, ends its clause: …를 접견했다)','type',0.5500000000000000444,'박서준 대표는 지난 3일 부산에서 김하늘 장관을 접견했다.','박서준 대표는 김하늘 장관을 접견하면 좋겠다고 말했다.');
INSERT INTO rule VALUES('event.verb_goes_on','event','(such a verb and the clause goes on: …를 접견해, 접견하고)','type',0.4500000000000000111,'박서준 대표는 지난 3일 부산에서 김하늘 장관을 접견하고 돌아왔다.','박서준 대표는 김하늘 장관을 접견하려 했다.');
INSERT INTO rule VALUES('list.item','list_item','(△ items under a request, promise or proposal of somebody named)','clause',0.8000000000000000444,'박서준 대표는 두 가지를 요청했다. △숲을 지킬 것 △물을 아낄 것 등이다.','행사에는 다음이 나왔다. △나무 △물');
INSERT INTO rule VALUES('not.called','after_mark','^go =이름|=이름을|=별명을|=별칭을|=제목을','none',0.9000000000000000222,'주민들은 나무를 “푸른 숲”이라고 이름 붙였다.','박서준 대표는 “숲을 지키자”고 말했다.');
INSERT INTO rule VALUES('not.go_can','after_clause_go','=할|=볼|=말할|=해도|=하더라도|=보기|=보면|=치자|=쳐도|=치면|=하면|=들었다|=들었는데|=들어','none',0.9000000000000000222,'비가 온다고 해서 길이 막히지는 않는다.','박서준 대표는 숲을 지키겠다고 말했다.');
INSERT INTO rule VALUES('not.go_hearsay','after_clause_go','=한다|=합니다|=해요|=하네요|=하더라|=하더군요 $','none',0.8000000000000000444,'그 숲은 곧 넓어진다고 한다.','박서준 대표는 숲을 지키겠다고 말했다.');
INSERT INTO rule VALUES('not.inscribed','after_mark','^go =쓴|=쓰인|=새긴|=새겨진|=적힌|=써진|=적은|=써|=적어','none',0.8000000000000000444,'주민들은 “푸른 숲”이라고 쓴 천을 걸었다.','박서준 대표는 “숲을 지키자”고 썼다.');
INSERT INTO rule VALUES('not.named_noun','after_mark','^neun *{0,1} @named_noun','none',0.9000000000000000222,'모임은 “푸른 숲”이라는 이름으로 열렸다.','박서준 대표는 “숲을 지키자”는 뜻을 밝혔다.');
INSERT INTO rule VALUES('not.named_noun_single','after_single','^neun *{0,1} @named_noun','none',0.9000000000000000222,'모임은 ‘푸른 숲’이라는 이름으로 열렸다.','박서준 대표는 ‘숲을 지키자’는 뜻을 밝혔다.');
INSERT INTO rule VALUES('not.naming','after_mark','^go|^neun *{0,2} @naming','none',0.9000000000000000222,'모임은 “푸른 숲”이라고 불리는 곳에서 열렸다.','박서준 대표는 “숲을 지키자”고 말했다.');
INSERT INTO rule VALUES('not.naming_single','after_single','^go|^neun *{0,2} @naming','none',0.9000000000000000222,'모임은 ‘푸른 숲’이라고 불리는 곳에서 열렸다.','박서준 대표는 ‘숲을 지키자’고 말했다.');
INSERT INTO rule VALUES('not.neun_aired','after_clause_neun','*{0,1} @report_noun&~subj|@report_noun&~also|@report_noun_weak&~subj|@report_noun_weak&~also *{0,3} =나온다|=나왔다|=나오고|=나오는|=나온|=나오면서|=나오자|=나오기도|=나왔지만|=나오지만|=제기됐다|=제기된다|=제기되고|=제기되면서|=있다|=있었다|=있지만|=많다|=많았다|=잇따랐다|=잇따르고|=잇따른다|=쏟아졌다|=쏟아진다|=쏟아지고|=일고|=일었다|=커지고|=커졌다|=높다|=우세하다|=지배적이다|=돌았다|=퍼졌다|=들린다|=들려온다','none',0.8000000000000000444,'숲이 곧 넓어진다는 전망이 나온다.','박서준 대표는 숲을 지키겠다는 뜻을 밝혔다.');
INSERT INTO rule VALUES('not.neun_asked','after_clause_neun','*{0,4} =질문에|=질문엔|=질문에는|=질문에도|=물음에|=물음엔|=물음에는|=질의에|=질의에는|=질문을','none',0.8000000000000000444,'숲이 곧 넓어지느냐는 질문에 아무도 답하지 않았다.','박서준 대표는 숲을 지키겠다는 뜻을 밝혔다.');
INSERT INTO rule VALUES('not.neun_received','after_clause_neun','*{0,1} @report_noun&~obj|@report_noun_weak&~obj *{0,2} =받는다|=받고|=받았다|=받은|=받아|=받던|=받아온|=받아왔다|=듣는다|=듣고|=들었다|=사고|=샀다','none',0.8000000000000000444,'숲은 참 넓다는 평가를 받는다.','박서준 대표는 숲을 지키겠다는 뜻을 밝혔다.');
CREATE TABLE extraction(
  article_id INTEGER PRIMARY KEY REFERENCES article(id),
  ruleset    TEXT NOT NULL,  -- digest of program rules and lexicon
  digest     TEXT NOT NULL   -- SHA-256 over the text and its findings; `onrecord verify` checks it
) STRICT;
INSERT INTO extraction VALUES(1,'3ceee0daa770d9bc','9295ceb1d30d00499371307c23fa080a440fd34e9a20a93437854f99ad844e94');
INSERT INTO extraction VALUES(2,'3ceee0daa770d9bc','1f73a86426a847c5ff238d856d480ba3af78d5caede06767484d2b69399fc30a');
CREATE TABLE block(
  article_id INTEGER NOT NULL REFERENCES article(id),
  position   INTEGER NOT NULL,
  kind       TEXT NOT NULL,     -- headline, subhead, byline, dateline, body, caption, list, notice
  start      INTEGER NOT NULL,  -- code points
  end        INTEGER NOT NULL,
  PRIMARY KEY(article_id, position)
) STRICT, WITHOUT ROWID;
INSERT INTO block VALUES(1,0,'headline',0,42);
INSERT INTO block VALUES(1,1,'dateline',44,63);
INSERT INTO block VALUES(1,2,'body',65,183);
INSERT INTO block VALUES(1,3,'body',185,342);
INSERT INTO block VALUES(1,4,'caption',344,408);
INSERT INTO block VALUES(1,5,'body',410,529);
INSERT INTO block VALUES(1,6,'body',531,640);
INSERT INTO block VALUES(1,7,'body',642,765);
INSERT INTO block VALUES(1,8,'body',767,807);
INSERT INTO block VALUES(1,9,'byline',809,833);
INSERT INTO block VALUES(1,10,'notice',834,863);
INSERT INTO block VALUES(2,0,'headline',0,30);
INSERT INTO block VALUES(2,1,'body',32,131);
INSERT INTO block VALUES(2,2,'body',133,290);
INSERT INTO block VALUES(2,3,'body',292,411);
INSERT INTO block VALUES(2,4,'subhead',413,419);
CREATE TABLE chain(
  article_id   INTEGER NOT NULL REFERENCES article(id),
  chain        INTEGER NOT NULL,   -- from 0 within the article
  kind         TEXT NOT NULL,      -- person, organization, place, product, work, event
  name         TEXT NOT NULL,      -- fullest name known from the article
  names        TEXT NOT NULL,      -- JSON array: every form seen
  titles       TEXT NOT NULL,      -- JSON array
  affiliations TEXT NOT NULL,      -- JSON array
  latin        TEXT,               -- from 한글(Latin)
  unnamed      INTEGER NOT NULL,   -- 1: a role without a name
  PRIMARY KEY(article_id, chain)
) STRICT, WITHOUT ROWID;
INSERT INTO chain VALUES(1,0,'person','도윤슬','["도윤슬"]','["기자"]','[]',NULL,0);
INSERT INTO chain VALUES(1,1,'person','샘 알트만','["샘 알트만","알트만"]','["대표"]','["오픈AI"]',NULL,0);
INSERT INTO chain VALUES(1,2,'person','브록만','["브록만"]','["공동 창업자"]','[]',NULL,0);
INSERT INTO chain VALUES(1,3,'place','서울','["서울"]','[]','[]',NULL,0);
INSERT INTO chain VALUES(1,4,'organization','오픈AI','["오픈AI"]','[]','[]',NULL,0);
INSERT INTO chain VALUES(1,5,'place','여의도','["여의도"]','[]','[]',NULL,0);
INSERT INTO chain VALUES(1,6,'organization','중소벤처기업부','["중소벤처기업부"]','[]','[]',NULL,0);
INSERT INTO chain VALUES(1,7,'organization','정부','["정부"]','[]','[]',NULL,0);
INSERT INTO chain VALUES(1,8,'place','한국','["한국"]','[]','[]',NULL,0);
INSERT INTO chain VALUES(1,9,'organization','연맹','["연맹"]','[]','[]',NULL,0);
INSERT INTO chain VALUES(2,0,'person','샘 알트만','["샘 알트만","알트만"]','["대표"]','["오픈AI"]',NULL,0);
INSERT INTO chain VALUES(2,1,'person','브록만','["브록만"]','["공동 창업자"]','[]',NULL,0);
INSERT INTO chain VALUES(2,2,'organization','오픈AI','["오픈AI"]','[]','[]',NULL,0);
INSERT INTO chain VALUES(2,3,'place','서울','["서울"]','[]','[]',NULL,0);
INSERT INTO chain VALUES(2,4,'place','여의도','["여의도"]','[]','[]',NULL,0);
INSERT INTO chain VALUES(2,5,'organization','중소벤처기업부','["중소벤처기업부"]','[]','[]',NULL,0);
INSERT INTO chain VALUES(2,6,'organization','정부','["정부"]','[]','[]',NULL,0);
CREATE TABLE mention(
  id         INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES article(id),
  chain      INTEGER NOT NULL,
  surface    TEXT NOT NULL,
  title      TEXT,
  start      INTEGER NOT NULL,  -- code points, of surface
  end        INTEGER NOT NULL,
  rule       TEXT NOT NULL,
  confidence REAL NOT NULL
) STRICT;
INSERT INTO mention VALUES(1,1,1,'샘 알트만',NULL,0,5,'person.repeat',0.8000000000000000444);
INSERT INTO mention VALUES(2,1,3,'서울',NULL,66,68,'place.known',0.84999999999999997779);
INSERT INTO mention VALUES(3,1,0,'도윤슬 기자','기자',75,81,'person.name_title',0.9000000000000000222);
INSERT INTO mention VALUES(4,1,4,'오픈AI',NULL,93,97,'org.known',0.84999999999999997779);
INSERT INTO mention VALUES(5,1,1,'샘 알트만 대표','대표',99,107,'person.foreign_title',0.75);
INSERT INTO mention VALUES(6,1,3,'서울',NULL,112,114,'place.known',0.84999999999999997779);
INSERT INTO mention VALUES(7,1,5,'여의도',NULL,115,118,'place.known',0.84999999999999997779);
INSERT INTO mention VALUES(8,1,6,'중소벤처기업부',NULL,144,151,'org.known',0.84999999999999997779);
INSERT INTO mention VALUES(9,1,2,'브록만',NULL,173,176,'person.repeat',0.8000000000000000444);
INSERT INTO mention VALUES(10,1,1,'알트만 대표','대표',185,191,'person.foreign_title',0.75);
INSERT INTO mention VALUES(11,1,3,'서울',NULL,349,351,'place.known',0.84999999999999997779);
INSERT INTO mention VALUES(12,1,5,'여의도',NULL,352,355,'place.known',0.84999999999999997779);
INSERT INTO mention VALUES(13,1,1,'샘 알트만 오픈AI 대표','대표',373,386,'person.name_org_title',0.75);
INSERT INTO mention VALUES(14,1,2,'브록만 공동 창업자','공동 창업자',410,420,'person.foreign_title',0.75);
INSERT INTO mention VALUES(15,1,7,'정부',NULL,502,504,'org.known',0.84999999999999997779);
INSERT INTO mention VALUES(16,1,1,'알트만 대표','대표',531,537,'person.foreign_title',0.75);
INSERT INTO mention VALUES(17,1,8,'한국',NULL,539,541,'place.known',0.84999999999999997779);
INSERT INTO mention VALUES(18,1,8,'한국',NULL,554,556,'place.known',0.84999999999999997779);
INSERT INTO mention VALUES(19,1,6,'중소벤처기업부',NULL,645,652,'org.known',0.84999999999999997779);
INSERT INTO mention VALUES(20,1,4,'오픈AI',NULL,658,662,'org.known',0.84999999999999997779);
INSERT INTO mention VALUES(21,1,9,'연맹',NULL,711,713,'org.known',0.84999999999999997779);
INSERT INTO mention VALUES(22,1,4,'오픈AI',NULL,749,753,'org.known',0.84999999999999997779);
INSERT INTO mention VALUES(23,1,0,'도윤슬 기자','기자',809,815,'person.name_title',0.9000000000000000222);
INSERT INTO mention VALUES(24,2,0,'샘 알트만',NULL,0,5,'person.repeat',0.8000000000000000444);
INSERT INTO mention VALUES(25,2,2,'오픈AI',NULL,41,45,'org.known',0.84999999999999997779);
INSERT INTO mention VALUES(26,2,0,'샘 알트만 대표','대표',47,55,'person.foreign_title',0.75);
INSERT INTO mention VALUES(27,2,3,'서울',NULL,60,62,'place.known',0.84999999999999997779);
INSERT INTO mention VALUES(28,2,4,'여의도',NULL,63,66,'place.known',0.84999999999999997779);
INSERT INTO mention VALUES(29,2,5,'중소벤처기업부',NULL,92,99,'org.known',0.84999999999999997779);
INSERT INTO mention VALUES(30,2,1,'브록만',NULL,121,124,'person.repeat',0.8000000000000000444);
INSERT INTO mention VALUES(31,2,0,'알트만 대표','대표',133,139,'person.foreign_title',0.75);
INSERT INTO mention VALUES(32,2,1,'브록만 공동 창업자','공동 창업자',292,302,'person.foreign_title',0.75);
INSERT INTO mention VALUES(33,2,6,'정부',NULL,384,386,'org.known',0.84999999999999997779);
CREATE TABLE quotation(
  id             INTEGER PRIMARY KEY,
  article_id     INTEGER NOT NULL REFERENCES article(id),
  kind           TEXT NOT NULL CHECK(kind IN ('direct', 'indirect')),
  start          INTEGER NOT NULL,  -- code points; substr(text, start + 1, end - start) are the words
  end            INTEGER NOT NULL,
  sentence_start INTEGER NOT NULL,
  sentence_end   INTEGER NOT NULL,
  place          TEXT NOT NULL,     -- headline, subhead, body, caption, list
  cue            TEXT,
  cue_class      TEXT,
  rule           TEXT NOT NULL,
  speaker_rule   TEXT,
  confidence     REAL NOT NULL,
  doubtful       INTEGER NOT NULL
) STRICT;
INSERT INTO quotation VALUES(1,1,'direct',7,29,0,42,'headline',NULL,NULL,'direct.headline','speaker.headline',0.68000000000000004884,0);
INSERT INTO quotation VALUES(2,1,'direct',204,248,185,255,'body','말했다','say','direct.go_report','speaker.topic',0.93766666666666664831,0);
INSERT INTO quotation VALUES(3,1,'direct',260,314,256,342,'body','며',NULL,'direct.myeo','speaker.topic+pronoun',0.75999999999999989785,0);
INSERT INTO quotation VALUES(4,1,'direct',318,333,256,342,'body','강조했다','stress','direct.go_report','speaker.same_sentence',0.82450000000000001065,0);
INSERT INTO quotation VALUES(5,1,'direct',437,474,433,529,'body','며',NULL,'direct.myeo','speaker.topic+pronoun',0.75999999999999989785,0);
INSERT INTO quotation VALUES(6,1,'direct',478,521,433,529,'body','설명했다','explain','direct.go_report','speaker.same_sentence',0.82450000000000001065,0);
INSERT INTO quotation VALUES(7,1,'direct',554,583,531,590,'body','밝혔다','say','direct.go_report','speaker.topic',0.93766666666666664831,0);
INSERT INTO quotation VALUES(8,1,'direct',595,609,591,640,'body','라며',NULL,'direct.myeo','speaker.no_subject',0.6649999999999999245,0);
INSERT INTO quotation VALUES(9,1,'direct',614,632,591,640,'body','덧붙였다','explain','direct.go_report','speaker.same_sentence',0.82450000000000001065,0);
INSERT INTO quotation VALUES(10,1,'direct',658,686,642,726,'body','며',NULL,'direct.myeo','speaker.topic',0.88033333333333341208,0);
INSERT INTO quotation VALUES(11,1,'direct',690,719,642,726,'body','말했다','say','direct.go_report','speaker.same_sentence',0.82450000000000001065,0);
INSERT INTO quotation VALUES(12,1,'indirect',733,759,727,765,'body','전했다','say','clause.go_report','speaker.topic+definite',0.76880000000000014992,0);
INSERT INTO quotation VALUES(13,1,'direct',784,800,767,807,'body','말했다','say','direct.go_report','speaker.no_subject',0.53349999999999997424,1);
INSERT INTO quotation VALUES(14,2,'direct',7,29,0,30,'headline',NULL,NULL,'direct.headline','speaker.headline',0.68000000000000004884,0);
INSERT INTO quotation VALUES(15,2,'direct',152,196,133,203,'body','말했다','say','direct.go_report','speaker.topic',0.93766666666666664831,0);
INSERT INTO quotation VALUES(16,2,'direct',208,262,204,290,'body','며',NULL,'direct.myeo','speaker.topic+pronoun',0.75999999999999989785,0);
INSERT INTO quotation VALUES(17,2,'direct',266,281,204,290,'body','강조했다','stress','direct.go_report','speaker.same_sentence',0.82450000000000001065,0);
INSERT INTO quotation VALUES(18,2,'direct',319,356,315,411,'body','며',NULL,'direct.myeo','speaker.topic+pronoun',0.75999999999999989785,0);
INSERT INTO quotation VALUES(19,2,'direct',360,403,315,411,'body','설명했다','explain','direct.go_report','speaker.same_sentence',0.82450000000000001065,0);
CREATE TABLE speaker(
  quotation_id  INTEGER NOT NULL REFERENCES quotation(id),
  position      INTEGER NOT NULL,  -- from 0
  name          TEXT NOT NULL,     -- fullest in that article
  surface       TEXT NOT NULL,     -- beside the quotation; may be empty
  surface_start INTEGER,           -- code points
  surface_end   INTEGER,
  chain         INTEGER,           -- in that article; NULL: a role without a chain
  PRIMARY KEY(quotation_id, position)
) STRICT, WITHOUT ROWID;
INSERT INTO speaker VALUES(1,0,'샘 알트만','샘 알트만',0,5,1);
INSERT INTO speaker VALUES(2,0,'샘 알트만','알트만 대표',185,191,1);
INSERT INTO speaker VALUES(3,0,'샘 알트만','그',256,257,1);
INSERT INTO speaker VALUES(4,0,'샘 알트만','',NULL,NULL,1);
INSERT INTO speaker VALUES(5,0,'브록만','그',433,434,2);
INSERT INTO speaker VALUES(6,0,'브록만','',NULL,NULL,2);
INSERT INTO speaker VALUES(7,0,'샘 알트만','알트만 대표',531,537,1);
INSERT INTO speaker VALUES(8,0,'샘 알트만','',NULL,NULL,1);
INSERT INTO speaker VALUES(9,0,'샘 알트만','',NULL,NULL,1);
INSERT INTO speaker VALUES(10,0,'이영 중소벤처기업부 장관','이영 중소벤처기업부 장관',642,655,NULL);
INSERT INTO speaker VALUES(11,0,'이영 중소벤처기업부 장관','',NULL,NULL,NULL);
INSERT INTO speaker VALUES(12,0,'이영 중소벤처기업부 장관','이 장관',727,731,NULL);
INSERT INTO speaker VALUES(13,0,'이영 중소벤처기업부 장관','',NULL,NULL,NULL);
INSERT INTO speaker VALUES(14,0,'샘 알트만','샘 알트만',0,5,0);
INSERT INTO speaker VALUES(15,0,'샘 알트만','알트만 대표',133,139,0);
INSERT INTO speaker VALUES(16,0,'샘 알트만','그',204,205,0);
INSERT INTO speaker VALUES(17,0,'샘 알트만','',NULL,NULL,0);
INSERT INTO speaker VALUES(18,0,'브록만','그',315,316,1);
INSERT INTO speaker VALUES(19,0,'브록만','',NULL,NULL,1);
CREATE TABLE event(
  id             INTEGER PRIMARY KEY,
  article_id     INTEGER NOT NULL REFERENCES article(id),
  type           TEXT NOT NULL,
  trigger_start  INTEGER NOT NULL,  -- code points
  trigger_end    INTEGER NOT NULL,
  sentence_start INTEGER NOT NULL,
  sentence_end   INTEGER NOT NULL,
  date           TEXT,              -- ISO day
  date_end       TEXT,
  date_text      TEXT,              -- as written
  place          TEXT,
  rule           TEXT NOT NULL,
  confidence     REAL NOT NULL
) STRICT;
CREATE TABLE participant(
  event_id INTEGER NOT NULL REFERENCES event(id),
  position INTEGER NOT NULL,
  name     TEXT NOT NULL,
  role     TEXT,
  chain    INTEGER,
  PRIMARY KEY(event_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE entity(
  id   INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  name TEXT NOT NULL      -- canonical
) STRICT;
INSERT INTO entity VALUES(1,'person','도윤슬');
INSERT INTO entity VALUES(2,'person','브록만');
INSERT INTO entity VALUES(3,'person','샘 알트만');
INSERT INTO entity VALUES(4,'organization','연맹');
INSERT INTO entity VALUES(5,'organization','오픈AI');
INSERT INTO entity VALUES(6,'organization','정부');
INSERT INTO entity VALUES(7,'organization','중소벤처기업부');
INSERT INTO entity VALUES(8,'place','서울');
INSERT INTO entity VALUES(9,'place','여의도');
INSERT INTO entity VALUES(10,'place','한국');
CREATE TABLE alias(
  entity_id INTEGER NOT NULL REFERENCES entity(id),
  name      TEXT NOT NULL,
  origin    TEXT NOT NULL,  -- article (seen as such), latin (한글(Latin) in an article), sound (sounds alike and shares a role or organisation)
  PRIMARY KEY(entity_id, name)
) STRICT, WITHOUT ROWID;
INSERT INTO alias VALUES(1,'도윤슬','article');
INSERT INTO alias VALUES(2,'브록만','article');
INSERT INTO alias VALUES(3,'샘 알트만','article');
INSERT INTO alias VALUES(3,'알트만','article');
INSERT INTO alias VALUES(4,'연맹','article');
INSERT INTO alias VALUES(5,'오픈AI','article');
INSERT INTO alias VALUES(6,'정부','article');
INSERT INTO alias VALUES(7,'중소벤처기업부','article');
INSERT INTO alias VALUES(8,'서울','article');
INSERT INTO alias VALUES(9,'여의도','article');
INSERT INTO alias VALUES(10,'한국','article');
CREATE TABLE identity(
  article_id INTEGER NOT NULL REFERENCES article(id),
  chain      INTEGER NOT NULL,
  entity_id  INTEGER NOT NULL REFERENCES entity(id),
  PRIMARY KEY(article_id, chain)
) STRICT, WITHOUT ROWID;
INSERT INTO identity VALUES(1,0,1);
INSERT INTO identity VALUES(1,2,2);
INSERT INTO identity VALUES(2,1,2);
INSERT INTO identity VALUES(1,1,3);
INSERT INTO identity VALUES(2,0,3);
INSERT INTO identity VALUES(1,9,4);
INSERT INTO identity VALUES(1,4,5);
INSERT INTO identity VALUES(2,2,5);
INSERT INTO identity VALUES(1,7,6);
INSERT INTO identity VALUES(2,6,6);
INSERT INTO identity VALUES(1,6,7);
INSERT INTO identity VALUES(2,5,7);
INSERT INTO identity VALUES(1,3,8);
INSERT INTO identity VALUES(2,3,8);
INSERT INTO identity VALUES(1,5,9);
INSERT INTO identity VALUES(2,4,9);
INSERT INTO identity VALUES(1,8,10);
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('run',1);
INSERT INTO sqlite_sequence VALUES('article',2);
INSERT INTO sqlite_sequence VALUES('entity',10);
CREATE INDEX article_published ON article(published);
CREATE INDEX article_source ON article(source);
CREATE INDEX paragraph_article ON paragraph(article_id);
CREATE VIEW paragraph_terms(id, terms) AS
SELECT p.id, (
  WITH RECURSIVE
    -- the text between two blanks, in pieces of 64 characters with a neighbour on each side: substr()
    -- counts from the start, and would make the cost grow with the square of the length
    source(t) AS MATERIALIZED (
      SELECT ' ' || CASE p.kind WHEN 'title' THEN coalesce(a.title, '')
                    ELSE substr(a.text, p.start + 1, p.end - p.start) END || ' '
      FROM article a WHERE a.id = p.article_id),
    piece(k, s) AS (
      SELECT 0, substr(t, 1, 66) FROM source
      UNION ALL
      SELECT k + 1, substr(t, (k + 1) * 64 + 1, 66) FROM piece, source WHERE length(s) = 66),
    place(j) AS (SELECT 1 UNION ALL SELECT j + 1 FROM place WHERE j < 64),
    letter(c, pairs_before, pairs, pairs_after, next) AS (
      SELECT substr(s, j + 1, 1), substr(s, j, 1) GLOB '[가-힣㐀-鿿ぁ-ヿㄱ-ㆎᄀ-ᇿ𠀀-𲎯]',
             substr(s, j + 1, 1) GLOB '[가-힣㐀-鿿ぁ-ヿㄱ-ㆎᄀ-ᇿ𠀀-𲎯]', substr(s, j + 2, 1) GLOB '[가-힣㐀-鿿ぁ-ヿㄱ-ㆎᄀ-ᇿ𠀀-𲎯]', substr(s, j + 2, 1)
      FROM piece CROSS JOIN place WHERE j + 2 <= length(s))
  SELECT coalesce(group_concat(
    CASE WHEN NOT pairs THEN c
         ELSE CASE WHEN pairs_before THEN '' ELSE ' ' END ||
              CASE WHEN pairs_after THEN c || next || ' ' WHEN pairs_before THEN '' ELSE c || ' ' END
    END, ''), '')
  FROM letter)
FROM paragraph p
;
CREATE INDEX chain_name ON chain(kind, name);
CREATE INDEX mention_article ON mention(article_id);
CREATE INDEX quotation_article ON quotation(article_id);
CREATE INDEX event_article ON event(article_id);
CREATE INDEX entity_name ON entity(name);
CREATE INDEX alias_name ON alias(name);
CREATE INDEX identity_entity ON identity(entity_id);
CREATE TRIGGER article_is_never_rewritten BEFORE UPDATE OF id, uid, text, text_sha256, original_sha256 ON article
WHEN old.id IS NOT new.id OR old.uid IS NOT new.uid OR old.text IS NOT new.text
  OR old.text_sha256 IS NOT new.text_sha256 OR old.original_sha256 IS NOT new.original_sha256
BEGIN
  SELECT raise(ABORT, 'a stored text is never rewritten: ingest the new version instead');
END;
CREATE TRIGGER paragraph_is_never_rewritten BEFORE UPDATE ON paragraph
BEGIN
  SELECT raise(ABORT, 'paragraphs follow from the text and are never changed');
END;
CREATE TRIGGER title_leaves_search BEFORE UPDATE OF title ON article WHEN old.title IS NOT new.title
BEGIN
  INSERT INTO paragraph_index(paragraph_index, rowid, terms)
    SELECT 'delete', t.id, t.terms FROM paragraph p JOIN paragraph_terms t ON t.id = p.id
    WHERE p.article_id = old.id AND p.kind = 'title';
END;
CREATE TRIGGER title_enters_search AFTER UPDATE OF title ON article WHEN old.title IS NOT new.title
BEGIN
  INSERT INTO paragraph_index(rowid, terms)
    SELECT t.id, t.terms FROM paragraph p JOIN paragraph_terms t ON t.id = p.id
    WHERE p.article_id = new.id AND p.kind = 'title';
END;
CREATE TRIGGER paragraph_leaves_search BEFORE DELETE ON paragraph
BEGIN
  INSERT INTO paragraph_index(paragraph_index, rowid, terms)
    SELECT 'delete', id, terms FROM paragraph_terms WHERE id = old.id;
END;
CREATE TRIGGER quotation_takes_its_speakers BEFORE DELETE ON quotation
BEGIN
  DELETE FROM speaker WHERE quotation_id = old.id;
END;
CREATE TRIGGER event_takes_its_participants BEFORE DELETE ON event
BEGIN
  DELETE FROM participant WHERE event_id = old.id;
END;
CREATE TRIGGER article_takes_what_hangs_on_it BEFORE DELETE ON article
BEGIN
  DELETE FROM paragraph WHERE article_id = old.id;
  DELETE FROM identity WHERE article_id = old.id;
  DELETE FROM event WHERE article_id = old.id;
  DELETE FROM quotation WHERE article_id = old.id;
  DELETE FROM mention WHERE article_id = old.id;
  DELETE FROM chain WHERE article_id = old.id;
  DELETE FROM block WHERE article_id = old.id;
  DELETE FROM extraction WHERE article_id = old.id;
  DELETE FROM arrival WHERE article_id = old.id;
  DELETE FROM location WHERE article_id = old.id;
  DELETE FROM author WHERE article_id = old.id;
  DELETE FROM sqlar WHERE name = old.original;
END;
CREATE TRIGGER entity_takes_its_names BEFORE DELETE ON entity
BEGIN
  DELETE FROM identity WHERE entity_id = old.id;
  DELETE FROM alias WHERE entity_id = old.id;
END;
CREATE VIEW articles AS
SELECT a.id, a.uid AS ref, a.published, a.source AS outlet, a.title,
       (SELECT group_concat(name, ', ') FROM (SELECT name FROM author WHERE article_id = a.id ORDER BY position)) AS authors,
       a.language, a.url,
       (SELECT min(path) FROM location WHERE article_id = a.id) AS path,
       (SELECT count(*) FROM quotation q WHERE q.article_id = a.id) AS quotations,
       a.text
FROM article a;
CREATE VIEW quotations AS
SELECT q.id,
       coalesce(e.name, s.name) AS speaker,
       substr(a.text, q.start + 1, q.end - q.start) AS words,
       q.kind, a.published, a.source AS outlet, a.title AS article_title,
       s.name AS speaker_in_article, s.surface AS speaker_as_written, q.cue, q.cue_class, q.place,
       a.uid || ':' || q.start || '-' || q.end AS ref,
       substr(a.text, q.sentence_start + 1, q.sentence_end - q.sentence_start) AS sentence,
       q.doubtful, q.confidence, q.rule, q.article_id, q.start, q.end, e.id AS entity_id
FROM quotation q
JOIN article a ON a.id = q.article_id
LEFT JOIN speaker s ON s.quotation_id = q.id
LEFT JOIN identity i ON i.article_id = q.article_id AND i.chain = s.chain
LEFT JOIN entity e ON e.id = i.entity_id;
CREATE VIEW events AS
SELECT v.id, v.type, v.date, v.date_end, v.date_text, v.place,
       (SELECT group_concat(name, ', ') FROM (SELECT name FROM participant WHERE event_id = v.id ORDER BY position)) AS participants,
       substr(a.text, v.sentence_start + 1, v.sentence_end - v.sentence_start) AS sentence,
       a.published, a.source AS outlet, a.title AS article_title,
       a.uid || ':' || v.sentence_start || '-' || v.sentence_end AS ref,
       v.confidence, v.rule, v.article_id
FROM event v JOIN article a ON a.id = v.article_id;
CREATE VIEW mentions AS
SELECT m.id, e.name, c.kind, m.surface, m.title AS role, a.published, a.source AS outlet, a.title AS article_title,
       a.uid || ':' || m.start || '-' || m.end AS ref, m.rule, m.confidence, m.article_id, i.entity_id
FROM mention m
JOIN article a ON a.id = m.article_id
JOIN chain c ON c.article_id = m.article_id AND c.chain = m.chain
LEFT JOIN identity i ON i.article_id = m.article_id AND i.chain = m.chain
LEFT JOIN entity e ON e.id = i.entity_id;
CREATE VIEW people AS
SELECT e.id, e.name,
       (SELECT group_concat(name, ', ') FROM (SELECT name FROM alias WHERE entity_id = e.id AND name <> e.name ORDER BY name)) AS also,
       (SELECT group_concat(title, ', ') FROM (
          SELECT t.value AS title FROM identity i JOIN chain c ON c.article_id = i.article_id AND c.chain = i.chain,
                 json_each(c.titles) t
          WHERE i.entity_id = e.id GROUP BY t.value ORDER BY count(*) DESC, t.value)) AS roles,
       (SELECT group_concat(name, ', ') FROM (
          SELECT f.value AS name FROM identity i JOIN chain c ON c.article_id = i.article_id AND c.chain = i.chain,
                 json_each(c.affiliations) f
          WHERE i.entity_id = e.id GROUP BY f.value ORDER BY count(*) DESC, f.value)) AS organizations,
       (SELECT count(*) FROM identity i JOIN mention m ON m.article_id = i.article_id AND m.chain = i.chain
        WHERE i.entity_id = e.id) AS mentions,
       (SELECT count(DISTINCT q.id) FROM identity i JOIN quotation q ON q.article_id = i.article_id
          JOIN speaker s ON s.quotation_id = q.id AND s.chain = i.chain
        WHERE i.entity_id = e.id) AS quotations,
       (SELECT min(a.published) FROM identity i JOIN article a ON a.id = i.article_id WHERE i.entity_id = e.id) AS first_seen,
       (SELECT max(a.published) FROM identity i JOIN article a ON a.id = i.article_id WHERE i.entity_id = e.id) AS last_seen
FROM entity e WHERE e.kind = 'person';
CREATE VIEW outlets AS
SELECT coalesce(a.source, '(unknown)') AS outlet, count(*) AS articles,
       min(a.published) AS first_published, max(a.published) AS last_published,
       sum((SELECT count(*) FROM quotation q WHERE q.article_id = a.id)) AS quotations
FROM article a GROUP BY coalesce(a.source, '(unknown)');
PRAGMA writable_schema=OFF;
COMMIT;
