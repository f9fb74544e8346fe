using System.Globalization;
using OneVisit.Local.Azurite;

namespace OneVisit.Local.Host;

/// <summary>What a start of the local city may be told. Ports lie on loopback; 0 takes a free one.</summary>
public sealed record CityOptions
{
    internal const int UsualPort = 3978;

    public int Port { get; init; } = UsualPort;
    public int BackOfficePort { get; init; } = 7071;

    /// <summary>An origin of its own for papers that people sent; <c>null</c>: 3979 beside the usual port of the pages, a free one beside any other.</summary>
    public int? PapersPort { get; init; }

    public int BlobPort { get; init; } = 10000;
    public int QueuePort { get; init; } = 10001;
    public int TablePort { get; init; } = 10002;

    /// <summary>Folder of everything the city remembers; made when missing.</summary>
    public string Data { get; init; } = DefaultData();

    /// <summary>Start the sandbox of the sharing platform, too, and ask it.</summary>
    public bool Platform { get; init; }

    public int PlatformPort { get; init; } = 7090;

    /// <summary>Forget everything first.</summary>
    public bool Reset { get; init; }

    /// <summary>Once the city is open, hand in the directory of the whole city, made up, if none was ever put in force. The command does; tests say so.</summary>
    public bool WholeDirectory { get; init; }

    public bool Help { get; init; }

    /// <summary>Show the log of every request on the console.</summary>
    public bool Verbose { get; init; }

    public const string Usage = """
        OneVisit on this machine: Azurite, back office, bot and pages.

          dotnet run --project infra/local/Host [-- options]
          dotnet run --project infra/local/Host -- check-catalogue [FOLDER]
                                 what is wrong with the services' files; starts nothing
          dotnet run --project infra/local/Host -- publish-catalogue FOLDER [--from yyyy-MM-dd] [--note TEXT]
                                 keep a catalogue as a version; in force from that day on
          dotnet run --project infra/local/Host -- list-catalogues
                                 every version, and which is in force from when
          dotnet run --project infra/local/Host -- roll-back-catalogue VERSION [--from yyyy-MM-dd] [--note TEXT]
                                 an earlier version in force again, from today on if no day is told
          dotnet run --project infra/local/Host -- seed-demo
                                 the people of the demonstration, for Core Tools on this machine's Azurite
          dotnet run --project infra/local/Host -- directory --export FILE.xlsx|FILE.zip [--language zh-CN|en] [--seed N | --empty]
                                 the demo city's villages, grids and staff as a file, to change and hand in at /directory;
                                 or the empty sheets
          dotnet run --project infra/local/Host -- publish-directory FILE [--from yyyy-MM-dd] [--note TEXT]
                                 keep such a file as an edition, checked as at /directory; in force from that day on
          dotnet run --project infra/local/Host -- authority --export FILE.xlsx|FILE.zip [--language zh-CN|en]
                                 who may decide what at each point, as a proposal for the bureau to go through
          dotnet run --project infra/local/Host -- publish-authority FILE --note TEXT
                                 such a file as the first lines of every point that has none
          dotnet run --project infra/local/Host -- who-may [FILE]
                                 who may do what, as a lawyer reads it: infra/authority.md
          dotnet run --project infra/local/Host -- copy-tables FOLDER | fill-tables FOLDER
                                 every table as a packed file; empty tables from such files
                                 these find the city by the options below; those that publish, list, roll back,
                                 copy and fill take --account NAME [--suffix core.chinacloudapi.cn] as well
          dotnet run --project infra/local/Host -- rotate-keys [--proofs | --look-ups] [--disable ID | --enable ID]
                                 another sealing key (or key of proofs, or look-up key), which counts in three
                                 minutes; or an old one out of use
          dotnet run -c Release --project infra/local/Host -- year [--help]
                                 a simulated year of the city, with a report

          --port N               bot and pages                  (3978)
          --back-office-port N   back office                    (7071)
          --papers-port N        papers that people sent        (3979; a free one beside another --port)
          --blob-port N          Azurite blobs                  (10000)
          --queue-port N         Azurite queues                 (10001)
          --table-port N         Azurite tables                 (10002)
          --platform             a sandbox of the sharing platform as well
          --platform-port N      where it answers               (7090)
          --no-directory         only the demo's own staff, not the directory of the whole city
          --data FOLDER          what the city remembers        (.data)
          --reset                forget everything first
          --verbose              log every request
          --help                 this text
        """;

    /// <exception cref="LocalSetupException">An option nobody knows, or a value it cannot take.</exception>
    public static CityOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new CityOptions { WholeDirectory = true };
        for (var i = 0; i < arguments.Count; i++)
        {
            var name = arguments[i];
            options = name switch
            {
                "--reset" => options with { Reset = true },
                "--no-directory" => options with { WholeDirectory = false },
                "--platform" => options with { Platform = true },
                "--platform-port" => options with { Platform = true, PlatformPort = PortOf(arguments, ref i) },
                "--verbose" => options with { Verbose = true },
                "--help" or "-h" => options with { Help = true },
                "--data" => options with { Data = Path.GetFullPath(Value(arguments, ref i)) },
                "--port" => options with { Port = PortOf(arguments, ref i) },
                "--back-office-port" => options with { BackOfficePort = PortOf(arguments, ref i) },
                "--papers-port" => options with { PapersPort = PortOf(arguments, ref i) },
                "--blob-port" => options with { BlobPort = PortOf(arguments, ref i) },
                "--queue-port" => options with { QueuePort = PortOf(arguments, ref i) },
                "--table-port" => options with { TablePort = PortOf(arguments, ref i) },
                _ => throw new LocalSetupException($"The option {name} is not known. --help lists them all."),
            };
        }
        return options;
    }

    private static string Value(IReadOnlyList<string> arguments, ref int i) =>
        ++i < arguments.Count ? arguments[i] : throw new LocalSetupException($"The option {arguments[i - 1]} needs a value. --help shows how.");

    private static int PortOf(IReadOnlyList<string> arguments, ref int i) =>
        int.TryParse(Value(arguments, ref i), CultureInfo.InvariantCulture, out var port) && port is >= 0 and <= 65535
            ? port
            : throw new LocalSetupException($"The option {arguments[i - 1]} takes a port from 0 to 65535, not {arguments[i]}.");

    private static string DefaultData() => Path.GetFullPath(Path.Combine(NpmPackages.Folder, "..", "..", "..", ".data"));
}
