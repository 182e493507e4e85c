// The words by which a line of a press article shows what it is. Data; formats/ may not use lang/,
// and these words are about the page an article stands on, not about its language.
#pragma once

#include <string_view>

namespace onrecord::formats {

// Labels before the date of publication, and before that of the last change: used where there is no
// other.
inline constexpr std::string_view kPublishedLabels[] = {
    "기사입력", "최초입력", "입력",     "승인",      "등록",      "송고",   "게재", "발행",
    "작성",     "기사승인", "기사등록", "Published", "PUBLISHED", "Posted", "Date"};
inline constexpr std::string_view kUpdatedLabels[] = {
    "최종수정", "최종편집", "수정", "업데이트", "Updated", "UPDATED", "Last updated"};

// What a reporter is called behind the name.
inline constexpr std::string_view kReporterTitles[] = {
    "선임기자", "전문기자", "인턴기자", "수습기자", "객원기자", "시민기자",
    "대기자",   "사진기자", "영상기자", "기자",     "특파원",   "통신원",
    "논설위원", "편집위원", "리포터",   "앵커",     "에디터"};

// What stands before a name where pages of magazines and portals name their writers.
inline constexpr std::string_view kWriterLabels[] = {
    "글·사진 ", "글/사진 ", "글=", "글 ", "취재 ", "기자명 "};

// First syllables of the surnames that nearly all reporters bear.
inline constexpr std::string_view kSurnames =
    "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구나민진지엄채원천"
    "방공현함변염여추"
    "도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용예경봉사부가복태목형피두감음빈동온호범좌"
    "팽승간견";

// How outlets end, and outlets that end in no such way. Told apart from places: [서울=홍길동 기자].
inline constexpr std::string_view kOutletEndings[] = {
    "신문", "일보", "뉴스", "경제",   "데일리", "타임스", "타임즈", "투데이", "미디어",
    "방송", "저널", "통신", "프레스", "매일",   "비즈",   "닷컴",   "오늘",   "헤럴드"};
inline constexpr std::string_view kOutlets[] = {
    "뉴시스", "뉴스1", "한겨레", "KBS",      "MBC",      "SBS",    "YTN",      "JTBC",      "MBN",
    "TV조선", "채널A", "CBS",    "노컷뉴스", "프레시안", "뉴스핌", "뉴스타파", "스포츠서울"};

}  // namespace onrecord::formats
