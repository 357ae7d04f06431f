module example.test/push

go 1.19
