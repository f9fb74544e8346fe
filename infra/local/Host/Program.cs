using OneVisit.Local.Azurite;
using OneVisit.Local.Host;
using OneVisit.Local.Host.Demo;
using OneVisit.Local.Platform;
using OneVisit.Local.Year;

// SIGXFSZ, on Linux and macOS.
const int SizeLimit = 25;

if (args is [CatalogueCheck.Command, .. var folders])
    return CatalogueCheck.Run(folders, Console.Out);

try
{
    if (args is [CatalogueCommands.Publish or CatalogueCommands.List or CatalogueCommands.RollBack, .. var told])
        return await CatalogueCommands.RunAsync(args[0], told, Console.Out);

    if (args is [TableCommands.Copy or TableCommands.Fill, .. var where])
        return await TableCommands.RunAsync(args[0], where, Console.Out);

    if (args is [SeedDemo.Command, .. var place])
        return await SeedDemo.RunAsync(place, Console.Out);

    if (args is [DirectoryCommand.Command, .. var named])
        return DirectoryCommand.Run(named, Console.Out);

    if (args is [AuthorityCommand.Command, .. var paper])
        return AuthorityCommand.Run(paper, Console.Out);

    if (args is [PlatformProcess.Command, .. var asked])
        return await PlatformProgram.RunAsync(asked, Console.Out);

    if (args is [YearOptions.Command, .. var wishes])
        return await YearCommand.RunAsync(wishes, Console.Out);

    var options = CityOptions.Parse(args);
    if (options.Help)
    {
        Console.WriteLine(CityOptions.Usage);
        return 0;
    }

    using var stop = new CancellationTokenSource();
    Console.CancelKeyPress += (_, pressed) =>
    {
        pressed.Cancel = true;
        stop.Cancel();
    };
    using var terminated = System.Runtime.InteropServices.PosixSignalRegistration.Create(
        System.Runtime.InteropServices.PosixSignal.SIGTERM, signal =>
        {
            signal.Cancel = true;
            stop.Cancel();
        });

    // A limit on the size of files (ulimit -f) is a full disk to whoever writes, not the end of the program.
    using var tooLarge = OperatingSystem.IsWindows() ? null : System.Runtime.InteropServices.PosixSignalRegistration.Create(
        (System.Runtime.InteropServices.PosixSignal)SizeLimit, signal => signal.Cancel = true);

    await using var city = await LocalCity.StartAsync(options, Console.WriteLine, stop.Token);
    Console.WriteLine(city.Welcome());
    await city.RunAsync(stop.Token);
    Console.WriteLine("Closing…");
    return 0;
}
catch (LocalSetupException trouble)
{
    Console.Error.WriteLine(trouble.Message);
    return 1;
}
catch (OperationCanceledException)
{
    return 130;
}
