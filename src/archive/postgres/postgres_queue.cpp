#include "archive/postgres/postgres_queue.h"

#include <array>

namespace vanthu::archive {
namespace {

constexpr const char* failed = "queue-failed";
constexpr std::array<const char*, 4> states = {"waiting", "taken", "done", "failed"};

constexpr const char* submit_job = R"(
INSERT INTO vanthu.jobs AS j(key, kind, input, output, options) VALUES($1, $2, $3, $4, $5)
ON CONFLICT (key) DO UPDATE SET state = 'waiting', attempts = 0, error = '', detail = '', worker = ''
    WHERE j.state = 'failed'
RETURNING id)";

constexpr const char* fail_lost = R"(
UPDATE vanthu.jobs SET state = 'failed', error = 'worker-lost', detail = worker, finished = now()
WHERE id IN (SELECT id FROM vanthu.jobs WHERE state = 'taken' AND leased_until < now() AND attempts >= $1
    FOR UPDATE SKIP LOCKED))";

constexpr const char* take_next = R"(
UPDATE vanthu.jobs AS j SET state = 'taken', attempts = j.attempts + 1, worker = $1,
    leased_until = now() + $2 * interval '1 second'
FROM (SELECT id FROM vanthu.jobs WHERE state = 'waiting' OR (state = 'taken' AND leased_until < now())
    ORDER BY id FOR UPDATE SKIP LOCKED LIMIT 1) AS next
WHERE j.id = next.id
RETURNING j.id, j.key, j.kind, j.input, j.output, j.options, j.state, j.attempts, j.worker, j.error, j.detail)";

constexpr const char* list_jobs = R"(
SELECT id, key, kind, input, output, options, state, attempts, worker, error, detail
FROM vanthu.jobs WHERE state = $1 ORDER BY id LIMIT $2)";

// A lease is one attempt of one worker.
constexpr const char* of_lease = " WHERE id = $1 AND state = 'taken' AND worker = $2 AND attempts = $3";

JobState state_of(const std::string& name) {
    std::size_t state = 0;
    while (state + 1 < states.size() && name != states.at(state)) ++state;
    return static_cast<JobState>(state);
}

Job job_of(const pqxx::row& row) {
    Job job;
    job.id = row[0].as<std::uint64_t>();
    int column = 1;
    for (std::string* text : {&job.key, &job.kind, &job.input, &job.output, &job.options})
        *text = row[column++].as<std::string>();
    job.state = state_of(row[column++].as<std::string>());
    job.attempts = row[column++].as<std::uint32_t>();
    for (std::string* text : {&job.worker, &job.error, &job.detail}) *text = row[column++].as<std::string>();
    return job;
}

} // namespace

Result<bool> PostgresQueue::submit(const Job& job) {
    return session_->get<bool>(failed, [&](pqxx::work& transaction) {
        return !transaction
                    .exec_params(submit_job, storable(job.key), storable(job.kind), storable(job.input),
                                 storable(job.output), storable(job.options))
                    .empty();
    });
}

Result<std::optional<Job>> PostgresQueue::take(const std::string& worker, std::uint32_t lease_seconds,
                                               std::uint32_t most_attempts) {
    return session_->get<std::optional<Job>>(failed, [&](pqxx::work& transaction) -> std::optional<Job> {
        transaction.exec_params0(fail_lost, most_attempts);
        const pqxx::result found = transaction.exec_params(take_next, worker, lease_seconds);
        if (found.empty()) return std::nullopt;
        return job_of(found.front());
    });
}

Result<bool> PostgresQueue::extend(const Job& job, std::uint32_t lease_seconds) {
    return session_->get<bool>(failed, [&](pqxx::work& transaction) {
        const std::string sql =
            std::string("UPDATE vanthu.jobs SET leased_until = now() + $4 * interval '1 second'") + of_lease;
        return transaction.exec_params(sql, job.id, job.worker, job.attempts, lease_seconds).affected_rows() == 1;
    });
}

Result<bool> PostgresQueue::finish(const Job& job) {
    return session_->get<bool>(failed, [&](pqxx::work& transaction) {
        const std::string sql =
            std::string("UPDATE vanthu.jobs SET state = $4, error = $5, detail = $6, finished = now()") + of_lease;
        return transaction
                   .exec_params(sql, job.id, job.worker, job.attempts, job.error.empty() ? "done" : "failed",
                                storable(job.error), storable(job.detail))
                   .affected_rows() == 1;
    });
}

Result<bool> PostgresQueue::give_back(const Job& job) {
    return session_->get<bool>(failed, [&](pqxx::work& transaction) {
        const std::string sql =
            std::string("UPDATE vanthu.jobs SET state = 'waiting', attempts = attempts - 1, worker = ''") + of_lease;
        return transaction.exec_params(sql, job.id, job.worker, job.attempts).affected_rows() == 1;
    });
}

Result<QueueTotals> PostgresQueue::totals() {
    return session_->get<QueueTotals>(failed, [&](pqxx::work& transaction) {
        QueueTotals totals;
        const std::array<std::uint64_t*, 4> places = {&totals.waiting, &totals.taken, &totals.done, &totals.failed};
        for (const pqxx::row& row : transaction.exec("SELECT state, count(*) FROM vanthu.jobs GROUP BY state"))
            *places.at(static_cast<std::size_t>(state_of(row[0].as<std::string>()))) = row[1].as<std::uint64_t>();
        return totals;
    });
}

Result<std::vector<Job>> PostgresQueue::jobs(JobState state, std::size_t limit) {
    return session_->get<std::vector<Job>>(failed, [&](pqxx::work& transaction) {
        std::vector<Job> found;
        for (const pqxx::row& row :
             transaction.exec_params(list_jobs, states.at(static_cast<std::size_t>(state)), limit))
            found.push_back(job_of(row));
        return found;
    });
}

} // namespace vanthu::archive
