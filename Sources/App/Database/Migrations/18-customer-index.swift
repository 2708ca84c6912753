import GRDB

extension Migrations {
    /// Numbers have an alphabet of their own in the index of customers, so that masked ones cannot be found out (ACC-8).
    static func tellPhonesApart(_ db: Database) throws { try CustomerStore.indexAnew(db) }
}
