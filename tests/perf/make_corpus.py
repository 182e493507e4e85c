#!/usr/bin/env python3
"""Writes synthetic Korean press articles as JSONL: make_corpus.py COUNT OUT.jsonl [SEED]

Made of sentence patterns with names, offices, places, figures and quotations, so that every step of the
program has work to do; the same seed gives the same bytes. Nothing in it is news.
"""

import json
import random
import sys
from datetime import date, timedelta

SURNAMES = "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구나민진지엄채원천방공현함변염여추도소석선"
GIVEN = "가나다라마바사아자하거너더러머서어저허고노도로모보소오조호구누두루무부수우주후규기니리미비시이지희경민성영은정준지현혜호훈윤연예은재진찬채태하한해현형혁환"
OFFICES = ["대표", "장관", "의원", "시장", "교수", "위원장", "회장", "사장", "본부장", "원장", "총장", "대변인", "국장", "연구원",
           "소장", "이사장", "차관", "실장", "팀장", "감독"]
BODIES = ["산업통상부", "과학기술정보부", "환경정책연구원", "한국데이터협회", "가람전자", "누리모빌리티", "한빛바이오", "서해항만공사", "국토개발원",
          "시민환경연대", "전국교원단체", "미래금융지주", "동해에너지", "새봄제약", "온누리통신", "중앙선거위원회", "소비자보호원", "노동정책포럼",
          "반도체산업협회", "도시재생본부", "푸른숲재단", "대한체육연맹", "우주항공개발원", "수산자원연구소", "인공지능윤리위원회"]
PLACES = ["서울", "부산", "대구", "인천", "광주", "대전", "울산", "세종", "수원", "춘천", "청주", "전주", "목포", "창원", "제주", "여의도",
          "광화문", "판교", "송도", "도쿄", "베이징", "워싱턴", "런던", "파리", "베를린", "하노이"]
TOPICS = ["인공지능 규제", "반도체 수출", "전기차 보조금", "최저임금", "출산율", "주택 공급", "연금 개혁", "기후 위기", "개인정보 보호", "플랫폼 노동",
          "의대 정원", "지역 균형 발전", "수소 경제", "데이터 주권", "저작권", "금리 인하", "가계 부채", "대중교통 요금", "청년 일자리", "원자력 안전",
          "농산물 가격", "우주 개발", "사이버 보안", "교육 과정 개편", "노인 돌봄", "디지털 격차", "무역 협정", "항만 확장", "관광 산업", "문화재 보존"]
ADJECTIVES = ["시급한", "불가피한", "장기적인", "실질적인", "근본적인", "새로운", "복잡한", "민감한", "합리적인", "단계적인", "전면적인", "투명한"]
NOUNS = ["대책", "투자", "합의", "제도", "지원", "협력", "기준", "법안", "사업", "계획", "조사", "검토", "논의", "예산", "기술", "시장", "산업", "정책",
         "연구", "인력", "시설", "환경", "안전", "성장", "소비", "물가", "수요", "공급", "경쟁력", "생태계", "부담", "책임", "신뢰", "혁신", "전환"]
WORDS_SAID = [
    "{t} 문제는 {a} {n} 없이는 풀기 어렵다", "{n}과 {m}을 함께 늘려야 {t}에 대응할 수 있다", "올해 안에 {a} {n}을 내놓겠다",
    "{t}에 대한 {a} {n}이 필요하다", "지난 {y}년 동안 {n}이 {k}% 줄었다는 점을 무겁게 받아들인다", "{n}은 {m}의 출발점이지 목표가 아니다",
    "현장의 목소리를 들어 {n}을 다시 살피겠다", "{t}는 {a} {n}이고 {m}도 마찬가지다", "{k}억 원 규모의 {n}을 {p}에 먼저 적용하겠다",
    "이번 {n}이 {t}의 방향을 바꿀 것", "{m} 없는 {n}은 오래가지 못한다", "{p}에서 시작한 {n}을 전국으로 넓히겠다"]
SPEECH = ["{s}는 “{q}”고 말했다.", "{s}는 “{q}”고 강조했다.", "{s}는 “{q}”며 “{r}”고 밝혔다.", "{s}는 {d}일 {p}에서 열린 간담회에서 “{q}”고 설명했다.",
          "이에 대해 {s}는 “{q}”라고 반박했다.", "{s}는 {t}에 {a} {n}이 필요하다고 지적했다.", "{s}는 {n}을 {k}% 늘리겠다고 약속했다.",
          "“{q}” {s}의 말이다.", "{s}는 취재진과 만나 “{q}”면서도 “{r}”고 덧붙였다."]
PLAIN = ["{o}는 {d}일 {p}에서 {t} 관련 {n} 설명회를 열었다.", "{o}에 따르면 지난달 {n} 규모는 {k}억 원으로 한 해 전보다 {y}% 늘었다.",
         "{t}를 둘러싼 {a} {n}이 이어지면서 {m}에 대한 관심도 커지고 있다.", "{s}는 {d}일 {p}를 찾아 {o} 관계자들을 접견했다.",
         "{o}와 {u}는 {n} 협력을 위한 양해각서를 맺었다.", "업계에서는 {m}이 {n}으로 이어질지 지켜보고 있다.",
         "이날 행사에는 {o}와 {u} 등 {k}개 기관이 참석했다.", "앞서 {o}는 {t}에 관한 {a} {n}을 발표한 바 있다."]
OUTLETS = ["가나일보", "다라경제", "마바신문", "사아뉴스", "자차저널", "카타데일리", "파하통신"]


class Writer:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.people = ["".join([self.pick(SURNAMES), self.pick(GIVEN), self.pick(GIVEN)]) for _ in range(3000)]

    def pick(self, things):
        return things[int(self.random.random() ** 1.5 * len(things))]

    def slots(self, speakers):
        pick = self.pick
        person = self.random.choice(speakers)
        return {"s": person, "t": pick(TOPICS), "a": pick(ADJECTIVES), "n": pick(NOUNS), "m": pick(NOUNS), "p": pick(PLACES),
                "o": pick(BODIES), "u": pick(BODIES), "k": self.random.randint(2, 4000), "y": self.random.randint(2, 60),
                "d": self.random.randint(1, 28)}

    def sentence(self, speakers):
        slots = self.slots(speakers)
        if self.random.random() < .45:
            said = [self.pick(WORDS_SAID).format(**self.slots(speakers)) for _ in range(2)]
            return self.pick(SPEECH).format(q=said[0], r=said[1], **slots)
        return self.pick(PLAIN).format(**slots)

    def article(self, number):
        cast = [(self.pick(self.people), self.pick(BODIES), self.pick(OFFICES)) for _ in range(3)]
        full = [f"{body} {name} {office}" for name, body, office in cast]
        short = [f"{name[0]} {office}" for name, _, office in cast] + ["그"]
        lines = [self.sentence(full)]
        for _ in range(self.random.randint(4, 7)):
            lines.append(" ".join(self.sentence(short if self.random.random() < .6 else full) for _ in range(2)))
        day = date(2015, 1, 1) + timedelta(days=number % 3600)
        topic, noun = self.pick(TOPICS), self.pick(NOUNS)
        return {"id": f"perf-{number:06}", "title": f"{cast[0][1]}, {topic} {noun} 내놓는다", "source": self.pick(OUTLETS),
                "published": day.isoformat(), "authors": [self.pick(self.people)], "text": "\n".join(lines)}


def main():
    count, path = int(sys.argv[1]), sys.argv[2]
    writer = Writer(int(sys.argv[3]) if len(sys.argv) > 3 else 20231109)
    with open(path, "w", encoding="utf-8") as out:
        for number in range(count):
            out.write(json.dumps(writer.article(number), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
