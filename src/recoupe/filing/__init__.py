"""Filing: reports into a casefile, through the flow; in jobs that can be broken off anywhere."""

from recoupe.filing.adding import Filed, file_reports
from recoupe.filing.archived import file_inputs
from recoupe.filing.asked import Asked
from recoupe.filing.jobs import begin_job, inputs_of, resume_job, run_job
from recoupe.filing.retrying import retry_failures

__all__ = [
    "Asked",
    "Filed",
    "begin_job",
    "file_inputs",
    "file_reports",
    "inputs_of",
    "resume_job",
    "retry_failures",
    "run_job",
]
