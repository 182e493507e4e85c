#include "ingest/ordered_pipeline.h"

#include <doctest/doctest.h>

#include <chrono>
#include <stdexcept>
#include <thread>

using onrecord::ingest::OrderedPipeline;

namespace {

using Numbers = OrderedPipeline<int, int>;

// Counts up to `count`; `work` and `consume` are the test's.
struct Counting : Numbers {
  explicit Counting(int count) {
    produce = [count](const Emit& emit) {
      for (int i = 0; i < count && emit(i); ++i) {
      }
    };
    weigh = [](int) { return std::size_t{1}; };
    work = [](int i) { return i; };
  }
};

}  // namespace

TEST_CASE("ingest: results come in the order of the input, however long each takes") {
  Counting pipeline(2000);
  pipeline.work = [](int i) {
    if (i % 97 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(3));
    return 2 * i;
  };
  std::vector<int> seen;
  pipeline.consume = [&](int i) {
    seen.push_back(i);
    return true;
  };
  pipeline.run(7);
  REQUIRE(seen.size() == 2000);
  for (int i = 0; i < 2000; ++i) CHECK(seen[static_cast<std::size_t>(i)] == 2 * i);
}

TEST_CASE("ingest: an exception anywhere ends the pipeline and reaches the caller") {
  const auto throw_at = [](int i) {
    if (i == 500) throw std::runtime_error("fault");
    return i;
  };
  Counting worker(100000);
  worker.work = throw_at;
  worker.consume = [](int) { return true; };
  CHECK_THROWS_AS(worker.run(4), std::runtime_error);

  Counting consumer(100000);
  consumer.consume = [&](int i) { return throw_at(i) >= 0; };
  CHECK_THROWS_AS(consumer.run(4), std::runtime_error);

  Counting producer(0);
  producer.produce = [&](const Numbers::Emit& emit) {
    for (int i = 0; emit(throw_at(i)); ++i) {
    }
  };
  producer.consume = [](int) { return true; };
  CHECK_THROWS_AS(producer.run(4), std::runtime_error);
}

TEST_CASE("ingest: a consumer that has enough stops the producer") {
  int produced = 0;
  Counting pipeline(0);
  pipeline.produce = [&](const Numbers::Emit& emit) {
    while (emit(produced)) ++produced;
  };
  int consumed = 0;
  pipeline.consume = [&](int) { return ++consumed < 10; };
  pipeline.run(3);
  CHECK(consumed == 10);
  CHECK(produced < 10 + 2 * static_cast<int>(Numbers::kMostInFlight));
}

TEST_CASE("ingest: one item heavier than all that may be in flight still passes") {
  Counting pipeline(5);
  pipeline.weigh = [](int) { return 2 * Numbers::kMostBytesInFlight; };
  int consumed = 0;
  pipeline.consume = [&](int) { return ++consumed > 0; };
  pipeline.run(2);
  CHECK(consumed == 5);
}
