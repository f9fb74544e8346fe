using System.Globalization;
using OneVisit.Local.Platform.People;

namespace OneVisit.Local.Platform;

/// <summary>What the sandbox is told at its start.</summary>
/// <param name="Key">Who carries it in <c>X-Sharing-Key</c> may ask. From the environment, never from the command line, which everybody on the machine can read.</param>
public sealed record PlatformOptions(string Key)
{
    public const string KeyVariable = "ONEVISIT_PLATFORM_KEY";

    /// <summary>On loopback; 0 takes a free one.</summary>
    public int Port { get; init; } = 7090;

    /// <summary>How many people the registries know, at most <see cref="Population.Most"/>.</summary>
    public int People { get; init; } = 200_000;

    public ulong Seed { get; init; } = 2018;

    /// <summary>The day of which the registries speak; <c>null</c>: yesterday in Beijing, as registries that are copied at night.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The back office that events are told to, with a final slash; <c>null</c>: nobody.</summary>
    public Uri? City { get; init; }

    /// <summary>End when the input ends: whoever started it is gone.</summary>
    public bool EndWithInput { get; init; }

    public const string Usage = """
        A sandbox of a sharing platform: synthetic registries of 200,000 consistent people, and faults on request.

          ONEVISIT_PLATFORM_KEY=… dotnet run --project infra/local/Platform [-- options]

          --port N          on loopback; 0 takes a free one   (7090)
          --people N        how many people                   (200000)
          --seed N          another seed, other people        (2018)
          --as-of DAY       day of which registries speak     (yesterday)
          --city URL        back office that events are told to
          --end-with-input  end when standard input ends
        """;

    /// <exception cref="FormatException">An option nobody knows, or a value it cannot take.</exception>
    public static PlatformOptions Parse(IReadOnlyList<string> arguments, string? key)
    {
        var options = new PlatformOptions(key is { Length: >= 16 } ? key : throw new FormatException($"{KeyVariable} holds no key of at least 16 characters."));
        for (var i = 0; i < arguments.Count; i++)
        {
            options = arguments[i] switch
            {
                "--end-with-input" => options with { EndWithInput = true },
                "--port" => options with { Port = Number(arguments, ref i, 0, 65535) },
                "--people" => options with { People = Number(arguments, ref i, 1, Population.Most) },
                "--seed" => options with { Seed = (ulong)Number(arguments, ref i, 0, int.MaxValue) },
                "--city" => options with { City = Address(arguments, ref i) },
                "--as-of" => options with { AsOf = Day(arguments, ref i) },
                var unknown => throw new FormatException($"The option {unknown} is not known.{Environment.NewLine}{Usage}"),
            };
        }
        return options;
    }

    private static int Number(IReadOnlyList<string> arguments, ref int i, int least, int most) =>
        ++i < arguments.Count && int.TryParse(arguments[i], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new FormatException($"The option {arguments[Math.Min(i, arguments.Count) - 1]} takes a number from {least} to {most}.");

    private static Uri Address(IReadOnlyList<string> arguments, ref int i) =>
        ++i < arguments.Count && Uri.TryCreate(arguments[i], UriKind.Absolute, out var url) && url.IsLoopback
            ? url
            : throw new FormatException("The option --city takes an address on this machine.");

    private static DateOnly Day(IReadOnlyList<string> arguments, ref int i) =>
        ++i < arguments.Count && DateOnly.TryParseExact(arguments[i], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new FormatException("The option --as-of takes a day as yyyy-MM-dd.");
}
