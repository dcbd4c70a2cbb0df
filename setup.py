"""What an installation holds: the packages, and the files of the project that a build reads, as `jixiao_project`."""

from setuptools import find_packages, setup

setup(
    packages=[*find_packages(include=["ingest*", "jixiao*", "expectations*"]), "jixiao_project"],
    package_dir={"jixiao_project": "."},
    package_data={
        "jixiao": ["py.typed"],
        "jixiao.dashboard": ["bundle/*", "queries/**/*.sql"],
        "jixiao.docs": ["look/**/*"],
        "jixiao_project": [
            "dbt_project.yml",
            "profiles.yml",
            "analyses/*.sql",
            "macros/**/*",
            "models/**/*",
            "seeds/*",
            "tests/dbt/**/*",
        ],
    },
    include_package_data=False,
)
