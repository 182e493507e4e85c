// Several sources propose a value; those that mean the same add up, and the heaviest wins.
//
// Of a tie the first one proposed wins. Cost: quadratic in the proposals, which are a few dozen at
// most.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace onrecord::formats {

class Ballot {
 public:
  // `key` is what proposals are compared by; an empty one is no proposal. Of those with the same
  // key the heaviest gives the value.
  void propose(std::string key, std::string value, double weight);

  // The winner's value, or nothing.
  std::optional<std::string> winner() const;

  struct Proposal {
    std::string key, value;
    double weight = 0, together = 0;  // its own; of all with its key
  };
  const std::vector<Proposal>& proposals() const { return proposals_; }

 private:
  std::vector<Proposal> proposals_;  // one a key
};

}  // namespace onrecord::formats
