namespace Kpr.Benchmarks.Files;

/// <summary>The files that are measured, made once and kept in the folder for temporary files.</summary>
internal static class BenchmarkFiles
{
    /// <summary>Raised when what is written changes: files of an older edition are made anew.</summary>
    private const int Edition = 1;

    /// <summary>Where they lie.</summary>
    public static string Folder { get; } = Path.Combine(Path.GetTempPath(), "kpr-benchmarks");

    /// <summary>Path of a file of care events of about a given length.</summary>
    /// <param name="megabytes">Length in 10⁶ bytes.</param>
    /// <param name="municipality">Municipality number.</param>
    public static string CareEvents(int megabytes, string municipality = "0301")
    {
        var records = (int)(megabytes * 1_000_000L / CareEventFile.BytesPerRecord);
        return Get($"care-events-{municipality}-{records}.xml", target => new CareEventFile(municipality, records).Write(target));
    }

    /// <summary>Path of a file; it is made when it is missing.</summary>
    public static string Get(string name, Action<Stream> write)
    {
        var folder = Path.Combine(Folder, $"edition-{Edition}");
        var path = Path.Combine(folder, name);
        if (File.Exists(path))
        {
            return path;
        }

        Directory.CreateDirectory(folder);
        Console.Error.WriteLine($"making {path}");
        var unfinished = path + ".part";
        using (var target = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20))
        {
            write(target);
        }

        File.Move(unfinished, path, overwrite: true);
        return path;
    }
}
