namespace OneVisit.Local.Platform;

/// <summary>The sandbox as a program: it says where it answers and runs until it is stopped.</summary>
public static class PlatformProgram
{
    /// <summary>Followed by the address with a final slash: whoever started it waits for this line.</summary>
    public const string Ready = "platform ready at ";

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output)
    {
        if (arguments is ["--help" or "-h"])
        {
            await output.WriteLineAsync(PlatformOptions.Usage);
            return 0;
        }
        try
        {
            var options = PlatformOptions.Parse(arguments, Environment.GetEnvironmentVariable(PlatformOptions.KeyVariable));
            await using var platform = await SandboxPlatform.StartAsync(options);
            await output.WriteLineAsync(Ready + platform.Url);
            await platform.RunAsync(options.EndWithInput ? Console.In.ReadToEndAsync() : null);
            return 0;
        }
        catch (Exception trouble) when (trouble is FormatException or IOException)
        {
            await Console.Error.WriteLineAsync(trouble.Message);
            return 1;
        }
    }
}
