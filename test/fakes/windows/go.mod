module stillframe.test/fakes/windows

go 1.25.0
