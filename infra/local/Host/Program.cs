using OneVisit.Local.Azurite;
using OneVisit.Local.Host;

try
{
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
