return await OneVisit.Local.Platform.PlatformProgram.RunAsync(args, Console.Out);
