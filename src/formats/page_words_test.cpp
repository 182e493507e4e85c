#include "formats/page_words.h"

#include <doctest/doctest.h>

using namespace onrecord::formats;

TEST_CASE("page words: a name is read word by word, whatever joins the words") {
  for (const char* name : {"most-read", "mostRead", "most_read", "box most-read-3", "MOST_READ"}) {
    CHECK_MESSAGE((roles_of_name(name) & kChrome) != 0, name);
  }
  CHECK((roles_of_name("articleBody") & kArticle) != 0);
  CHECK((roles_of_name("article-view-content-div") & kArticle) != 0);
  CHECK((roles_of_name("u_cbox_comment_list") & kTalk) != 0);
  CHECK((roles_of_name("img_desc") & kCaption) != 0);
}

TEST_CASE("page words: parts of words and mute classes say nothing") {
  for (const char* name : {"canvas", "shadow", "header", "has-sidebar", "tag-related",
                           "category-newsletter", "no-comments", ""}) {
    CHECK_MESSAGE(roles_of_name(name) == 0, name);
  }
}

TEST_CASE("page words: a heading over what is no article") {
  for (const char* heading : {"관련기사", "[관련 기사]", "▶ 많이 본 뉴스", "댓글 12",
                              "Related Articles", "Comments (3)", "MOST READ"}) {
    CHECK_MESSAGE(opens_chrome(heading), heading);
  }
  for (const char* heading :
       {"관련기사를 쓴 까닭", "Related articles of war", "What it costs", "1", ""}) {
    CHECK_FALSE_MESSAGE(opens_chrome(heading), heading);
  }
}

TEST_CASE("page words: a line that is no part of an article") {
  for (const char* line :
       {"ⓒ 가나일보. 무단전재 및 재배포 금지", "저작권자 © 가나일보", "공유하기",
        "Read more: Harbour reopens", "© 2024 All rights reserved.", "URL 복사", "Advertisement"}) {
    CHECK_MESSAGE(is_chrome_line(line), line);
  }
  for (const char* line :
       {"저작권자는 법원에 소송을 냈다고 밝혔다.", "Copyright law is broken, she said.",
        "구독 서비스가 늘었다.", "The privacy policy was changed in May, the company said.",
        "공유 자전거가 사라졌다"}) {
    CHECK_FALSE_MESSAGE(is_chrome_line(line), line);
  }
}
