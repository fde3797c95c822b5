using Kpr.Benchmarks.Measuring;

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
        var records = CareEventRecords(megabytes);
        return Get($"care-events-{municipality}-{records}.xml", target => new CareEventFile(municipality, records).Write(target));
    }

    /// <summary>Number of notifications in such a file.</summary>
    public static int CareEventRecords(int megabytes) => (int)(megabytes * 1_000_000L / CareEventFile.BytesPerRecord);

    /// <summary>Path of a professional shipment of an annual report of about a given length.</summary>
    /// <param name="megabytes">Length in 10⁶ bytes.</param>
    /// <param name="municipality">Municipality number.</param>
    public static string CareReport(int megabytes, string municipality)
    {
        var users = (int)(megabytes * 1_000_000L / CareReportFile.BytesPerUser);
        return Get($"care-report-{municipality}-{users}.xml", target => new CareReportFile(municipality, users).Write(target));
    }

    /// <summary>Path of a file of last month's claims, and their number.</summary>
    /// <param name="megabytes">Length in 10⁶ bytes.</param>
    /// <param name="form">"json" or "xml".</param>
    public static (string Path, int Claims) Claims(int megabytes, string form)
    {
        var claims = (int)(megabytes * 1_000_000L / ClaimFile.BytesPerClaim(form));
        var month = DateOnly.FromDateTime(DateTime.UtcNow).AddMonths(-1);
        month = new DateOnly(month.Year, month.Month, 1);
        return (Get($"claims-{month:yyyy-MM}-{claims}.{form}", target => new ClaimFile(month, claims).Write(form, target)), claims);
    }

    /// <summary>Path of the manifest of last month's delivery, and the length of its files in bytes.</summary>
    /// <param name="claims">Number of claims.</param>
    public static (string Manifest, long Bytes) KuhrDelivery(int claims)
    {
        var month = DateOnly.FromDateTime(DateTime.UtcNow).AddMonths(-1);
        month = new DateOnly(month.Year, month.Month, 1);
        var folder = Path.Combine(Folder, $"edition-{Edition}", $"kuhr-{month:yyyy-MM}-{claims}");
        var manifest = Path.Combine(folder, "manifest.json");
        if (!File.Exists(manifest))
        {
            Console.Error.WriteLine($"making {folder}");
            new KuhrDeliveryFiles(month, claims).Write(folder);
        }

        return (manifest, Directory.EnumerateFiles(folder).Sum(file => new FileInfo(file).Length));
    }

    /// <summary>The folder of a county's set, as senders' folders, and the length of its files in bytes.</summary>
    /// <param name="months">Number of monthly deliveries, the last of last month.</param>
    /// <param name="claims">Claims of each.</param>
    /// <param name="users">Care users.</param>
    public static (string Folder, long Bytes) County(int months, int claims, int users)
    {
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var last = new DateOnly(today.Year, today.Month, 1).AddMonths(-1);
        var folder = Path.Combine(Folder, $"edition-{Edition}", $"county-{last:yyyy-MM}-{months}-{claims}-{users}");
        for (var back = months - 1; back >= 0; back--)
        {
            var month = last.AddMonths(-back);
            var delivery = Path.Combine(folder, "kuhr-delivery", KuhrDeliveryFiles.Sender, $"{month:yyyy-MM}");
            if (!File.Exists(Path.Combine(delivery, "manifest.json")))
            {
                Console.Error.WriteLine($"making {delivery}");
                new KuhrDeliveryFiles(month, claims, (byte)month.Month).Write(delivery);
            }
        }

        var care = Directory.CreateDirectory(Path.Combine(folder, "care-events", "4601"));
        File.Copy(Get($"care-events-4601-{users}.xml", target => new CareEventFile("4601", users).Write(target)), Path.Combine(care.FullName, "hendelser.xml"), overwrite: true);
        return (folder, Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length));
    }

    /// <summary>The official schema of care events in the folder <c>shared</c> beside the repository; null when it, or xmllint, is not there.</summary>
    public static string? CareEventSchema()
    {
        if (!ChildProcess.HasProgram("xmllint"))
        {
            Console.Error.WriteLine("xmllint is missing (Debian: apt-get install libxml2-utils): skipped.");
            return null;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var schema = Path.Combine(folder.FullName, "shared", "formats", "xpr-56.0.0-ipl", "XPR(ipl).xsd");
            if (File.Exists(schema))
            {
                return schema;
            }
        }

        Console.Error.WriteLine("The schema is not there (shared/formats/xpr-56.0.0-ipl beside the repository): xmllint is skipped.");
        return null;
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
