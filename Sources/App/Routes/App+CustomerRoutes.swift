import Hummingbird

/// Routes of customers and projects; each group names its permission (ACC-1).
extension App {
    func addCustomers(to members: RouterGroup<MemberContext>) {
        let customers = customersController, projects = projectsController
        let milestones = milestonesController, people = peopleController, equipment = equipmentController

        let reading = members.entering(.seeCustomers)
        reading.get(Paths.customers, use: customers.index)
        reading.exporting(pages).get(Paths.customersFile, use: customers.export)
        reading.get(Paths.customer, use: customers.show)
        reading.get(Paths.project, use: projects.show)

        let registering = members.entering(.registerCustomers)
        registering.owingEntry(pages).get(Paths.newCustomer, use: customers.new)
        registering.post(Paths.customers, use: customers.create)
        registering.owingEntry(pages).get(Paths.customerEdit, use: customers.edit)
        registering.post(Paths.customer, use: customers.correct)
        registering.get(Paths.newProject, use: projects.new)
        registering.get(Paths.projects, use: customers.backToCard)
        registering.post(Paths.projects, use: projects.create)
        registering.get(Paths.projectEdit, use: projects.edit)
        registering.post(Paths.project, use: projects.correct)
        registering.get(Paths.milestones, use: milestones.edit)
        registering.post(Paths.milestones, use: milestones.save)
        registering.get(Paths.people, use: people.index)
        registering.post(Paths.people, use: people.add)
        registering.get(Paths.assignment, use: people.edit)
        registering.post(Paths.assignment, use: people.correct)

        let installing = members.entering(.changeEquipment)
        installing.get(Paths.equipment, use: equipment.new)
        installing.post(Paths.equipment, use: equipment.create)
        installing.get(Paths.equipmentItem, use: equipment.edit)
        installing.post(Paths.equipmentItem, use: equipment.correct)

        let phones = members.entering(.showPhones)
        phones.get(Paths.customerPhones, use: customers.backToCard)
        phones.post(Paths.customerPhones, use: customers.showPhones)
    }
}
