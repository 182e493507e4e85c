// One producer, many workers, one consumer that gets the results in the order of the input.
//
// Memory is bounded: at most `kMostInFlight` items and `kMostBytesInFlight` bytes (as `weigh` says)
// are anywhere between producer and consumer; one heavier item passes alone. The producer runs on a
// thread of its own, the consumer on the caller's. An exception in any of them stops all and is
// thrown to the caller.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace onrecord::ingest {

template <class In, class Out>
class OrderedPipeline {
 public:
  using Emit = std::function<bool(In)>;  // false: stop producing

  std::function<void(const Emit&)> produce;
  std::function<std::size_t(const In&)> weigh;
  std::function<Out(In)> work;       // on many threads at once
  std::function<bool(Out)> consume;  // false: stop

  static constexpr std::size_t kMostInFlight = 256;
  static constexpr std::size_t kMostBytesInFlight = 48u << 20;

  void run(unsigned workers) {
    std::vector<std::jthread> threads;
    threads.emplace_back([this] { guarded([this] { run_producer(); }); });
    for (unsigned i = 0; i < workers; ++i) {
      threads.emplace_back([this] { guarded([this] { run_worker(); }); });
    }
    guarded([this] { run_consumer(); });
    stop();
    threads.clear();
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  struct Task {
    std::uint64_t number;
    std::size_t weight;
    In item;
  };
  struct Done {
    std::size_t weight;
    Out item;
  };

  template <class Function>
  void guarded(Function function) {
    try {
      function();
    } catch (...) {  // handed to the caller of run()
      std::lock_guard lock(mutex_);
      if (!failure_) failure_ = std::current_exception();
      stopped_ = true;
      wake_all();
    }
  }

  void run_producer() {
    produce([this](In item) { return put(std::move(item)); });
    std::lock_guard lock(mutex_);
    produced_all_ = true;
    wake_all();
  }

  bool put(In item) {
    const std::size_t weight = weigh(item);
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] {
      return stopped_ || in_flight_ == 0 ||
             (in_flight_ < kMostInFlight && bytes_in_flight_ + weight <= kMostBytesInFlight);
    });
    if (stopped_) return false;
    ++in_flight_;
    bytes_in_flight_ += weight;
    tasks_.push_back({produced_++, weight, std::move(item)});
    task_ready_.notify_one();
    return true;
  }

  void run_worker() {
    while (std::optional<Task> task = take()) {
      Done done{task->weight, work(std::move(task->item))};
      std::lock_guard lock(mutex_);
      done_.emplace(task->number, std::move(done));
      if (task->number == consumed_) result_ready_.notify_one();
    }
  }

  std::optional<Task> take() {
    std::unique_lock lock(mutex_);
    task_ready_.wait(lock, [&] { return stopped_ || !tasks_.empty() || produced_all_; });
    if (stopped_ || tasks_.empty()) return std::nullopt;
    Task task = std::move(tasks_.front());
    tasks_.pop_front();
    return task;
  }

  void run_consumer() {
    while (std::optional<Done> done = next_in_order()) {
      const bool more = consume(std::move(done->item));
      std::lock_guard lock(mutex_);
      --in_flight_;
      bytes_in_flight_ -= done->weight;
      room_.notify_one();
      if (!more) return;
    }
  }

  std::optional<Done> next_in_order() {
    std::unique_lock lock(mutex_);
    result_ready_.wait(lock, [&] {
      return stopped_ || done_.contains(consumed_) || (produced_all_ && consumed_ == produced_);
    });
    const auto found = done_.find(consumed_);
    if (stopped_ || found == done_.end()) return std::nullopt;
    Done done = std::move(found->second);
    done_.erase(found);
    ++consumed_;
    return done;
  }

  void stop() {
    std::lock_guard lock(mutex_);
    stopped_ = true;
    wake_all();
  }

  void wake_all() {
    room_.notify_all();
    task_ready_.notify_all();
    result_ready_.notify_all();
  }

  std::mutex mutex_;
  std::condition_variable room_, task_ready_, result_ready_;
  std::deque<Task> tasks_;
  std::map<std::uint64_t, Done> done_;
  std::uint64_t produced_ = 0, consumed_ = 0;
  std::size_t in_flight_ = 0, bytes_in_flight_ = 0;
  bool produced_all_ = false, stopped_ = false;
  std::exception_ptr failure_;
};

}  // namespace onrecord::ingest
