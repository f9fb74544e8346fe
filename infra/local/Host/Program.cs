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

    if (args is [RotateKeysCommand.Command, .. var rotated])
        return await RotateKeysCommand.RunAsync(rotated, Console.Out);

    if (args is [SeedDemo.Command, .. var place])
        return await SeedDemo.RunAsync(place, Console.Out);

    if (args is [DirectoryCommand.Command, .. var named])
        return DirectoryCommand.Run(named, Console.Out);

    if (args is [AuthorityCommands.Export, .. var proposed])
        return AuthorityCommands.Run(proposed, Console.Out);

    if (args is [PublishDirectory.Command, .. var people])
        return await PublishDirectory.RunAsync(people, Console.Out);

    if (args is [AuthorityCommands.Publish, .. var delegated])
        return await AuthorityCommands.RunAsync(delegated, Console.Out);

    if (args is [WhoMayCommand.Command, .. var paper])
        return WhoMayCommand.Run(paper, Console.Out);

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
catch (Exception refused) when (refused is Azure.RequestFailedException or Azure.Identity.AuthenticationFailedException)
{
    Console.Error.WriteLine($"The account does not let you in: {refused.Message.Split('\n')[0].Trim()}");
    Console.Error.WriteLine("Sign in (az login), and hold the data roles that infra/azure/README.md names on this account.");
    return 1;
}
catch (OperationCanceledException)
{
    return 130;
}
